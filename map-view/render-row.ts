import type { MapData, MapRow } from '#features';
import { countOf, escapeHtml } from './html.ts';
import { STATES } from './words.ts';

/** One resource as a row of the table. */
export function renderRow(data: MapData, row: MapRow): string {
  const cells = row.states.map((_, at) => renderCell(data, row, at)).join('');
  const name = row.id === '' ? 'Your account' : row.id;
  const type = row.authoredType ? `${row.type}, made by ${row.authoredType}` : row.type;
  return (
    `<tr data-row="${escapeHtml(row.id)}"><th scope="row" tabindex="-1" data-at="-1">` +
    `<span class="name">${escapeHtml(name)}</span><span class="type">${escapeHtml(type)}</span></th>${cells}</tr>`
  );
}

function renderCell(data: MapData, row: MapRow, at: number): string {
  const state = row.states[at] ?? 'not-applicable';
  const aspect = data.aspects[at];
  const { mark, word, meaning } = STATES[state];
  const detail = aspect && row.details[aspect.id];
  const count = detail?.findings?.length ?? 0;
  const label = [
    `${aspect?.title}: ${meaning}`,
    ...(count > 0 ? [countOf(count, 'finding')] : []),
    ...(detail?.ignored ? [`${countOf(detail.ignored.length, 'finding')} ignored`] : []),
  ].join(', ');
  const text = count > 1 ? `${count} ${word}` : word;
  const note = detail?.ignored && state === 'done' ? ' ignored' : '';
  return (
    `<td class="cell ${state}${note}" tabindex="-1" data-at="${at}" aria-label="${escapeHtml(label)}">` +
    `<span class="mark" aria-hidden="true">${mark}</span>${text === '' ? '' : ` ${text}`}</td>`
  );
}
