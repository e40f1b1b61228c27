import type { MapData } from '#features';
import { escapeHtml } from './html.ts';

/** Everything that is open, in words, for paper and for those who cannot click. */
export function renderOpenDuties(data: MapData): string {
  const items = data.rows.flatMap((row) =>
    data.aspects.flatMap(({ id, title }) =>
      (row.details[id]?.findings ?? []).map(
        ({ rule, severity, message }) =>
          `<tr><td>${severity}</td><td>${escapeHtml(row.id === '' ? 'Your account' : row.id)}</td><td>${escapeHtml(title)}</td>` +
          `<td><strong>${escapeHtml(message)}</strong><br>${escapeHtml(data.rules[rule]?.remedy ?? '')} <code>${escapeHtml(rule)}</code></td></tr>`,
      ),
    ),
  );
  if (items.length === 0) return '<section class="open-duties"><h2>What is open</h2><p>Nothing.</p></section>';
  return (
    '<section class="open-duties"><h2>What is open</h2><table><thead><tr><th scope="col">Severity</th><th scope="col">Resource</th>' +
    `<th scope="col">Duty</th><th scope="col">What is wrong, and what to do</th></tr></thead><tbody>${items.join('')}</tbody></table></section>`
  );
}
