import type { MapData } from '#features';
import { escapeHtml } from './html.ts';
import { renderNetwork } from './render-network.ts';
import { renderRow } from './render-row.ts';
import { frameworkName, SEVERITY_ORDER, STATES } from './words.ts';

/** The whole map as the content of a page. `name` is the file's. */
export function renderMap(data: MapData, name: string): string {
  return `<main>
<header>
<h1>Whose remit is it? <span class="file">${escapeHtml(name)}</span></h1>
<div class="summary" role="status">${renderSummary(data)}</div>
${renderFilters(data)}
</header>
<div class="columns">
<section class="duties" aria-label="Duties by resource">
<table role="grid" aria-label="Responsibility map: resources by aspect">
<thead><tr><th scope="col" class="corner">Resource</th>${data.aspects.map(({ title }) => `<th scope="col" class="aspect"><span>${escapeHtml(title)}</span></th>`).join('')}</tr></thead>
<tbody>${data.rows.map((row) => renderRow(data, row)).join('')}</tbody>
</table>
<p class="legend">${Object.values(STATES)
    .map(({ mark, word, meaning }) => `<span><b>${`${mark} ${word}`.trim()}</b> ${meaning}</span>`)
    .join(' ')}</p>
</section>
<div class="side">
<section class="detail" aria-live="polite" aria-label="The chosen cell"><p class="quiet">Choose a cell to read whose part it is, go to its line, and fix what is open.</p></section>
<section class="network" aria-label="Network">${renderNetwork(data.network)}</section>
</div>
</div>
</main>`;
}

/** How many duties are done. */
export function renderSummary({ summary: { duties, done, open, unknown } }: MapData): string {
  const width = (count: number) => (duties === 0 ? 0 : (count / duties) * 100);
  return (
    `<p><strong>${done} of your ${duties} duties done</strong> · ${open} open · ${unknown} the template cannot tell</p>` +
    '<svg class="bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">' +
    `<rect class="done" x="0" width="${width(done)}" height="2"/>` +
    `<rect class="open" x="${width(done)}" width="${width(open)}" height="2"/>` +
    `<rect class="unknown" x="${width(done + open)}" width="${width(unknown)}" height="2"/></svg>`
  );
}

function renderFilters({ aspects, rules }: MapData): string {
  const frameworks = [...new Set(Object.values(rules).flatMap(({ controls }) => Object.keys(controls)))].sort();
  const options = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`).join('');
  return (
    '<form class="filters" aria-label="What to show">' +
    `<label>Aspect <select name="aspect"><option value="">all</option>${options(aspects.map(({ id, title }) => [id, title]))}</select></label>` +
    `<label>Severity <select name="severity"><option value="">all</option>${options(SEVERITY_ORDER.map((severity) => [severity, severity === 'critical' ? severity : `${severity} or worse`]))}</select></label>` +
    `<label>Framework <select name="framework"><option value="">all</option>${options(frameworks.map((id) => [id, frameworkName(id)]))}</select></label>` +
    '<label><input type="checkbox" name="mine"> Hide what AWS carries alone</label></form>'
  );
}
