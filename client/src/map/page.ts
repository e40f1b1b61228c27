// Runs inside the map's page: in the editor's view, where a host listens, and in a report, where all data is in the page.
import {
  type Filter,
  type MapData,
  matches,
  type OfferedFix,
  renderDetail,
  renderMap,
  renderNetwork,
  renderRow,
  renderSummary,
} from '#map-view';
import type { FromPage, ToPage } from './messages.ts';

declare const acquireVsCodeApi: undefined | (() => { postMessage(message: FromPage): void });

interface Chosen {
  readonly row: string;
  /** The aspect's column; -1 for the resource itself. */
  readonly at: number;
}

const host = typeof acquireVsCodeApi === 'undefined' ? undefined : acquireVsCodeApi();
let data: MapData | undefined;
let chosen: Chosen | undefined;
let fixes: readonly OfferedFix[] | undefined;

start();

function start(): void {
  listen();
  const written = document.getElementById('map-data')?.textContent;
  if (written) {
    data = JSON.parse(written) as MapData;
    focusable();
    return;
  }
  window.addEventListener('message', ({ data: message }: MessageEvent<ToPage>) => receive(message));
  host?.postMessage({ type: 'ready' });
}

function receive(message: ToPage): void {
  if (message.type === 'nothing') {
    data = undefined;
    document.body.innerHTML = `<p class="quiet">${message.reason}</p>`;
  } else if (message.type === 'map') show(message.data, message.name);
  else if (chosen?.row === message.row && data?.aspects[chosen.at]?.id === message.aspect) {
    fixes = message.fixes;
    showDetail();
  }
}

function show(next: MapData, name: string): void {
  const before = data;
  data = next;
  const tbody = document.querySelector('.duties tbody');
  const shownName = document.querySelector('.file')?.textContent;
  if (!before || !tbody || shownName !== name || !sameFrame(before, next)) {
    const filter = readFilter();
    const seen = { ...next, rows: next.rows.slice(0, ROWS_AT_FIRST) };
    document.body.innerHTML = renderMap(seen, name);
    writeFilter(filter);
    if (seen.rows.length < next.rows.length) setTimeout(() => showRest(seen));
  } else {
    updateRows(tbody, before, next);
    replace('.summary', renderSummary(next));
    if (JSON.stringify(before.network) !== JSON.stringify(next.network))
      replace('.network', renderNetwork(next.network));
  }
  applyFilter();
  focusable();
  if (chosen && next.rows.some(({ id }) => id === chosen?.row)) {
    fixes = undefined;
    showDetail();
    askForFixes();
  }
}

/** What a screen holds comes at once, the rest of a large template after it. */
const ROWS_AT_FIRST = 60;

function showRest(seen: MapData): void {
  const tbody = document.querySelector('.duties tbody');
  if (!data || !tbody) return;
  updateRows(tbody, seen, data);
  applyFilter();
}

/** Whether only rows differ: the same columns and the same rules, so that filters stay as they are. */
function sameFrame(a: MapData, b: MapData): boolean {
  return Object.keys(a.rules).join() === Object.keys(b.rules).join();
}

/** Makes only the rows anew that changed. */
function updateRows(tbody: Element, before: MapData, next: MapData): void {
  const old = new Map(before.rows.map((row) => [row.id, JSON.stringify(row)]));
  const shown = new Map([...tbody.children].map((row) => [row.getAttribute('data-row') ?? '', row]));
  let at = tbody.firstElementChild;
  for (const row of next.rows) {
    let element = shown.get(row.id);
    shown.delete(row.id);
    if (!element || old.get(row.id) !== JSON.stringify(row)) {
      const fresh = document.createElement('template');
      fresh.innerHTML = renderRow(next, row);
      const made = fresh.content.firstElementChild as Element;
      if (element === at) at = element?.nextElementSibling ?? at;
      element?.replaceWith(made);
      if (element && at === element) at = made.nextElementSibling;
      if (!element) tbody.insertBefore(made, at);
      element = made;
    } else if (element === at) at = element.nextElementSibling;
    else tbody.insertBefore(element, at);
  }
  for (const gone of shown.values()) gone.remove();
}

function replace(selector: string, html: string): void {
  const element = document.querySelector(selector);
  if (element) element.innerHTML = html;
}

function listen(): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const link = target.closest('a');
    const fix = target.closest<HTMLElement>('button.fix');
    const node = target.closest<SVGElement>('.node[data-row]');
    const cell = target.closest<HTMLElement>('[data-at]');
    if (link && host) host.postMessage({ type: 'open', href: link.href });
    else if (fix) applyFix(fix);
    else if (node) choose({ row: node.dataset.row ?? '', at: -1 });
    else if (cell) choose(chosenBy(cell));
  });
  // The editor's view opens links itself only where it knows their scheme.
  document.addEventListener('click', (event) => {
    if (host && event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  });
  document.addEventListener('keydown', onKey);
  document.addEventListener('change', ({ target }) => {
    if (target instanceof Element && target.closest('.filters')) applyFilter();
  });
  document.addEventListener('submit', (event) => event.preventDefault());
  // A cell's sentence is its tooltip, written when it is needed: thousands of them would slow the page down.
  document.addEventListener('pointerover', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-at]') : undefined;
    if (cell && !cell.title) cell.title = sentenceOf(chosenBy(cell));
  });
}

function sentenceOf({ row, at }: Chosen): string {
  const found = data?.rows.find(({ id }) => id === row);
  const aspect = data?.aspects[at];
  if (!data || !found || !aspect) return '';
  const findings = found.details[aspect.id]?.findings ?? [];
  const sentence = data.types[found.type]?.aspects[at]?.sentence ?? '';
  return [
    `${found.id || 'Your account'}: ${aspect.title}`,
    sentence,
    ...findings.map(({ message }) => `▲ ${message}`),
  ].join('\n');
}

function chosenBy(cell: HTMLElement): Chosen {
  return { row: cell.closest<HTMLElement>('tr')?.dataset.row ?? '', at: Number(cell.dataset.at) };
}

function elementOf({ row, at }: Chosen): HTMLElement | undefined {
  const line = [...document.querySelectorAll<HTMLElement>('tr[data-row]')].find((each) => each.dataset.row === row);
  return line?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? undefined;
}

function choose(next: Chosen): void {
  chosen = next;
  fixes = undefined;
  showDetail();
  if (chosen.at < 0) host?.postMessage({ type: 'select', row: chosen.row, aspect: undefined });
  else askForFixes();
}

function askForFixes(): void {
  const aspect = chosen && data?.aspects[chosen.at]?.id;
  if (!chosen || !aspect) return;
  host?.postMessage({ type: 'select', row: chosen.row, aspect });
}

function showDetail(): void {
  for (const old of document.querySelectorAll('[aria-selected]')) old.removeAttribute('aria-selected');
  if (!chosen || !data) return;
  const cell = elementOf(chosen);
  cell?.setAttribute('aria-selected', 'true');
  if (cell) focusable(cell);
  const row = data.rows.find(({ id }) => id === chosen?.row);
  if (row && chosen.at >= 0) replace('.detail', renderDetail(data, row, chosen.at, fixes));
}

function applyFix({ dataset }: HTMLElement): void {
  if (!chosen) return;
  const { rule = '', message = '', fix = '' } = dataset;
  host?.postMessage({ type: 'fix', row: chosen.row, rule, message, fix });
}

/** One cell of the grid is in the tab order; the arrows go on from there. */
function focusable(cell?: HTMLElement): void {
  const grid = document.querySelector('.duties table');
  if (!grid) return;
  for (const old of grid.querySelectorAll('[tabindex="0"]')) old.setAttribute('tabindex', '-1');
  const next = cell ?? (chosen && elementOf(chosen)) ?? grid.querySelector('tbody [data-at]');
  next?.setAttribute('tabindex', '0');
}

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  const node = target.closest<SVGElement>('.node[data-row]');
  if (node && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    choose({ row: node.dataset.row ?? '', at: -1 });
    return;
  }
  const cell = target.closest<HTMLElement>('tbody [data-at]');
  if (!cell) return;
  if (key === 'Enter' || key === ' ') {
    event.preventDefault();
    choose(chosenBy(cell));
    return;
  }
  const next = neighbour(cell, key);
  if (!next) return;
  event.preventDefault();
  focusable(next);
  next.focus();
}

function neighbour(cell: HTMLElement, key: string): HTMLElement | undefined {
  const row = cell.closest('tr');
  if (!row) return undefined;
  const visible = (elements: Iterable<Element>) =>
    [...elements].filter((each) => !each.hasAttribute('hidden')) as HTMLElement[];
  const cells = visible(row.children);
  const rows = visible(row.parentElement?.children ?? []);
  const [column, line] = [cells.indexOf(cell), rows.indexOf(row)];
  const inRow = (at: number) => rows[at]?.querySelector<HTMLElement>(`[data-at="${cell.dataset.at}"]`) ?? undefined;
  switch (key) {
    case 'ArrowRight':
      return cells[column + 1];
    case 'ArrowLeft':
      return cells[column - 1];
    case 'ArrowDown':
      return inRow(line + 1);
    case 'ArrowUp':
      return inRow(line - 1);
    case 'Home':
      return cells[0];
    case 'End':
      return cells.at(-1);
    default:
      return undefined;
  }
}

interface Controls {
  readonly filter: Filter;
  readonly mine: boolean;
}

function readFilter(): Controls {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  const value = (name: string) => form?.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value || undefined;
  return {
    filter: {
      aspect: value('aspect'),
      severity: value('severity') as Filter['severity'],
      framework: value('framework'),
    },
    mine: form?.querySelector<HTMLInputElement>('input[name="mine"]')?.checked ?? false,
  };
}

function writeFilter({ filter, mine }: Controls): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  for (const [name, value] of Object.entries(filter)) {
    const select = form?.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
    if (select && value !== undefined) select.value = value;
  }
  const box = form?.querySelector<HTMLInputElement>('input[name="mine"]');
  if (box) box.checked = mine;
}

/** Dims what is not asked for; hides rows and columns in which nothing is. */
function applyFilter(): void {
  const shown = data;
  if (!shown) return;
  const { filter, mine } = readFilter();
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const columns = shown.aspects.map(
    ({ id }, at) =>
      (filter.aspect === undefined || filter.aspect === id) &&
      (!mine || shown.rows.some(({ states }) => states[at] !== 'aws' && states[at] !== 'not-applicable')),
  );
  document
    .querySelectorAll('.duties thead .aspect')
    .forEach((header, at) => void header.toggleAttribute('hidden', !columns[at]));
  const rows = new Map(shown.rows.map((row) => [row.id, row]));
  for (const line of document.querySelectorAll<HTMLElement>('tr[data-row]')) {
    const row = rows.get(line.dataset.row ?? '');
    if (!row) continue;
    let any = false;
    for (const cell of line.querySelectorAll<HTMLElement>('td[data-at]')) {
      const at = Number(cell.dataset.at);
      const fits = !isFiltered || matches(shown, row, at, filter);
      any ||= fits && columns[at] === true;
      cell.classList.toggle('dim', !fits);
      cell.toggleAttribute('hidden', !columns[at]);
    }
    line.toggleAttribute('hidden', isFiltered && !any);
  }
}
