/** Draws the responsibility map: its data to HTML and SVG text, the same in the editor's view and in a report. Runs anywhere. */

export type { MapData } from '#features';
export { type Filter, matches } from './filter.ts';
export { escapeHtml } from './html.ts';
export { type OfferedFix, renderDetail } from './render-detail.ts';
export { renderMap, renderSummary } from './render-map.ts';
export { renderNetwork } from './render-network.ts';
export { renderOpenDuties } from './render-open-duties.ts';
export { renderRow } from './render-row.ts';
