import type { MapNetwork } from '#features';
import { countOf, escapeHtml } from './html.ts';
import { type Layout, layOut, NODE_HEIGHT, NODE_WIDTH, type PlacedNode, type Point, pairOf } from './network-layout.ts';

/** What the internet reaches, drawn, and the same in words for those who do not see it. */
export function renderNetwork(network: MapNetwork): string {
  const title = '<h2>What the internet reaches</h2>';
  if (network.edges.length === 0)
    return `${title}<p class="quiet">No way from the internet is written in this template.</p>`;
  const layout = layOut(network);
  const edges = network.edges.map((edge) => renderEdge(edge, layout)).join('');
  const nodes = network.nodes.map((node) => renderNode(node, layout)).join('');
  return `${title}<div class="scroll"><svg class="graph" role="group" aria-label="Network graph" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}"><defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"/></marker></defs>${edges}${nodes}</svg></div>
<p class="legend"><span><b>━</b> open</span> <span><b>┅</b> the template cannot tell</span></p>
<ul class="paths">${network.edges.map(renderWords).join('')}</ul>`;
}

function renderEdge(
  { from, to, label, certain, steps, when }: MapNetwork['edges'][number],
  { nodes, bends }: Layout,
): string {
  const [start, end] = [nodes.get(from), nodes.get(to)];
  if (!start || !end) return '';
  const text = when === undefined ? label : `${label}, conditional`;
  const words = [
    `${nameOf(from)} to ${nameOf(to)}: ${label}`,
    ...(when === undefined ? [] : [`when ${when}`]),
    ...steps,
  ].join('\n');
  return (
    `<g class="edge ${certain ? 'certain' : 'perhaps'}"><title>${escapeHtml(words)}</title><path d="${curve(start, bends.get(pairOf(from, to)) ?? [], end)}" marker-end="url(#arrow)"/>` +
    `<text x="${end.x - 10}" y="${end.y + NODE_HEIGHT / 2 - 5}" text-anchor="end">${escapeHtml(shorten(text, 14))}</text></g>`
  );
}

function curve(start: PlacedNode, stops: readonly Point[], end: PlacedNode): string {
  let at: Point = { x: start.x + NODE_WIDTH, y: start.y + NODE_HEIGHT / 2 };
  let path = `M${at.x} ${at.y}`;
  for (const stop of stops) {
    path += `${bow(at, stop)}H${stop.x + NODE_WIDTH}`;
    at = { x: stop.x + NODE_WIDTH, y: stop.y };
  }
  return path + bow(at, { x: end.x, y: end.y + NODE_HEIGHT / 2 });
}

function bow(from: Point, to: Point): string {
  // A way back leaves and enters on the same sides, in a wide bow.
  const bend = to.x > from.x ? (to.x - from.x) / 2 : 60;
  return `C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

function renderNode({ id, type, reached, open }: MapNetwork['nodes'][number], { nodes }: Layout): string {
  const place = nodes.get(id);
  if (!place) return '';
  const isInternet = type === '';
  const below = isInternet ? 'anyone' : (type.split('::').at(-1) ?? type);
  const state = {
    yes: 'the internet reaches it',
    perhaps: 'the internet may reach it',
    no: 'not reached from the internet',
  }[reached];
  const label = [
    nameOf(id),
    ...(isInternet ? [] : [below, state]),
    ...(open > 0 ? [countOf(open, 'open duty', 'open duties')] : []),
  ].join(', ');
  const button = isInternet ? '' : ` role="button" tabindex="0" data-row="${escapeHtml(id)}"`;
  return (
    `<g class="node reached-${reached}${isInternet ? ' internet' : ''}" transform="translate(${place.x} ${place.y})" aria-label="${escapeHtml(label)}"${button}>` +
    `<title>${escapeHtml(label)}</title><rect width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="${isInternet ? 18 : 4}"/>` +
    `<text class="name" x="10" y="15">${escapeHtml(shorten(nameOf(id), 20))}</text>` +
    `<text class="type" x="10" y="28">${escapeHtml(shorten(below, 24))}</text>` +
    `${open > 0 ? `<text class="mark" x="${NODE_WIDTH - 8}" y="15" text-anchor="end">▲ ${open}</text>` : ''}</g>`
  );
}

function renderWords({ from, to, label, certain, steps, when }: MapNetwork['edges'][number]): string {
  const sure = certain ? 'reaches' : 'may reach';
  const words = `${nameOf(from)} ${sure} ${nameOf(to)} by ${label}${when === undefined ? '' : ` when ${when}`}`;
  return `<li>${escapeHtml(words)}${steps.length > 0 ? `: ${escapeHtml(steps.join('; '))}` : ''}</li>`;
}

function nameOf(id: string): string {
  return id === 'internet' ? 'The internet' : id;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
