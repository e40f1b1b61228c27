import type { MapNetwork } from '#features';

/** A node with its place, in pixels, and the layer it stands in: how many steps from the internet. */
export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly layer: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  /** Where an edge enters the columns it passes, by `pairOf` its ends; it leaves them a box's width further, at the same height. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

export const NODE_WIDTH = 150;
export const NODE_HEIGHT = 36;
const GAP_X = 84;
const GAP_Y = 16;
const MARGIN = 8;
/** What an edge needs that passes a column. */
const STOP_HEIGHT = 8;

/**
 * Places a graph in columns, the internet first, each node behind all that lead to it, neighbours near each other. Circles
 * are cut where they close.
 */
export function layOut({ nodes, edges }: MapNetwork): Layout {
  const layers = layersOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const columns: string[][] = Array.from({ length: Math.max(0, ...layers.values()) + 1 }, () => []);
  for (const { id } of nodes) columns[layers.get(id) ?? 0]?.push(id);
  const links: Link[] = [];
  const stops = new Map<string, readonly string[]>();
  for (const { from, to } of edges) {
    // An edge past other columns takes a place in each of them, so that it passes between the boxes and not behind them.
    const first = (layers.get(from) ?? 0) + 1;
    const passed = Array.from(
      { length: Math.max(0, (layers.get(to) ?? 0) - first) },
      (_, at) => `${from} ${to} ${first + at}`,
    );
    if (!stops.has(pairOf(from, to))) passed.forEach((stop, at) => void columns[first + at]?.push(stop));
    stops.set(pairOf(from, to), passed);
    const way = [from, ...passed, to];
    way.slice(1).forEach((next, at) => void links.push({ from: way[at] ?? from, to: next }));
  }
  const filled = columns.filter((column) => column.length > 0);
  order(filled, links);
  return place(filled, new Set(nodes.map(({ id }) => id)), stops);
}

/** What names the way between two nodes in `bends`. */
export function pairOf(from: string, to: string): string {
  return `${from} ${to}`;
}

interface Link {
  readonly from: string;
  readonly to: string;
}

function place(
  columns: readonly string[][],
  ids: ReadonlySet<string>,
  stops: ReadonlyMap<string, readonly string[]>,
): Layout {
  const heightOf = (column: readonly string[]) =>
    column.reduce((sum, id) => sum + (ids.has(id) ? NODE_HEIGHT : STOP_HEIGHT) + GAP_Y, -GAP_Y);
  const height = Math.max(NODE_HEIGHT, ...columns.map(heightOf)) + 2 * MARGIN;
  const placed = new Map<string, PlacedNode>();
  const middles = new Map<string, Point>();
  columns.forEach((column, layer) => {
    const x = MARGIN + layer * (NODE_WIDTH + GAP_X);
    let y = (height - heightOf(column)) / 2;
    for (const id of column) {
      if (ids.has(id)) placed.set(id, { id, layer, x, y });
      else middles.set(id, { x, y: y + STOP_HEIGHT / 2 });
      y += (ids.has(id) ? NODE_HEIGHT : STOP_HEIGHT) + GAP_Y;
    }
  });
  const bends = new Map([...stops].map(([pair, ways]) => [pair, ways.flatMap((stop) => middles.get(stop) ?? [])]));
  return { nodes: placed, bends, width: columns.length * (NODE_WIDTH + GAP_X) - GAP_X + 2 * MARGIN, height };
}

type Edges = MapNetwork['edges'];

/** The longest way to each node, edges back to a node on the way left out. */
function layersOf(ids: readonly string[], edges: Edges): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>();
  const entered = new Set<string>();
  for (const { from, to } of edges) {
    next.set(from, [...(next.get(from) ?? []), to]);
    entered.add(to);
  }
  // A circle that nothing leads to is entered at its first node.
  const starts = [...ids.filter((id) => !entered.has(id)), ...ids];
  const sorted: string[] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const back = new Set<string>();
  const visit = (root: string) => {
    const stack: { id: string; at: number }[] = [{ id: root, at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = next.get(top.id)?.[top.at++];
      if (to === undefined) {
        state.set(top.id, 'closed');
        sorted.unshift(top.id);
        stack.pop();
      } else if (state.get(to) === 'open') back.add(`${top.id} ${to}`);
      else if (!state.has(to)) {
        state.set(to, 'open');
        stack.push({ id: to, at: 0 });
      }
    }
  };
  for (const id of starts) if (!state.has(id)) visit(id);
  // What nothing is known to lead to stands in the second column: the first is the internet's.
  const layers = new Map(ids.map((id) => [id, id === 'internet' ? 0 : 1]));
  for (const id of sorted) {
    for (const to of next.get(id) ?? []) {
      if (!back.has(`${id} ${to}`)) layers.set(to, Math.max(layers.get(to) ?? 1, (layers.get(id) ?? 0) + 1));
    }
  }
  return layers;
}

/** Sorts each column by the middle of what leads to it, from the outside in, then back. */
function order(columns: string[][], edges: readonly Link[]): void {
  const neighbours = (key: 'from' | 'to', other: 'from' | 'to') => {
    const map = new Map<string, string[]>();
    for (const edge of edges) map.set(edge[key], [...(map.get(edge[key]) ?? []), edge[other]]);
    return map;
  };
  const [before, after] = [neighbours('to', 'from'), neighbours('from', 'to')];
  for (const [sequence, toward] of [
    [columns, before],
    [[...columns].reverse(), after],
    [columns, before],
  ] as const) {
    for (const column of sequence) {
      const rows = new Map(columns.flatMap((ids) => ids.map((id, row) => [id, row - ids.length / 2] as const)));
      const middle = (id: string) => {
        const near = (toward.get(id) ?? []).map((other) => rows.get(other) ?? 0);
        return near.length === 0 ? (rows.get(id) ?? 0) : near.reduce((sum, row) => sum + row, 0) / near.length;
      };
      const keys = new Map(column.map((id) => [id, middle(id)]));
      column.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    }
  }
}
