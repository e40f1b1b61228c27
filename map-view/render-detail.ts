import type { MapData, MapDuty, MapFinding, MapRow } from '#features';
import { escapeHtml } from './html.ts';
import { frameworkName, STATES, WHO } from './words.ts';

/** A fix that has been proven for a finding. */
export interface OfferedFix {
  readonly rule: string;
  readonly message: string;
  /** What the host knows it by. */
  readonly fix: string;
  /** With what it may cost. */
  readonly title: string;
}

/**
 * All there is to say of one cell: whose it is, what is open and why, with buttons for the fixes that hold. `fixes` is
 * undefined while they are being proven, and where none can be applied (a report).
 */
export function renderDetail(data: MapData, row: MapRow, at: number, fixes?: readonly OfferedFix[]): string {
  const aspect = data.aspects[at];
  if (!aspect) return '';
  const state = row.states[at] ?? 'not-applicable';
  const duty = data.types[row.type]?.aspects[at];
  const detail = row.details[aspect.id];
  const { mark, meaning } = STATES[state];
  const known = duty ? renderDuty(duty) : '<p>Remit does not know whose part this is.</p>';
  return [
    `<h2>${escapeHtml(row.id === '' ? 'Your account' : row.id)}: ${escapeHtml(aspect.title.toLowerCase())}</h2>`,
    `<p class="standing ${state}"><span class="mark" aria-hidden="true">${mark}</span> ${meaning}</p>`,
    ...(detail?.findings ?? []).map((finding) => renderFinding(data, finding, fixes)),
    ...(detail?.ignored ?? []).map((message) => `<p class="quiet">Ignored by you: ${escapeHtml(message)}</p>`),
    ...(detail?.undecided ? [`<p class="quiet">The template does not tell ${codes(detail.undecided)}.</p>`] : []),
    ...(state === 'unknown' && !detail?.undecided && duty
      ? ['<p class="quiet">No active rule can tell: see to it yourself.</p>']
      : []),
    known,
    duty ? renderControls(data, duty, detail?.findings ?? []) : '',
  ].join('');
}

function renderFinding(
  data: MapData,
  { rule, severity, message }: MapFinding,
  fixes: readonly OfferedFix[] | undefined,
): string {
  const about = data.rules[rule];
  const offered = (fixes ?? []).filter((fix) => fix.rule === rule && fix.message === message);
  const buttons = offered.map(
    ({ fix, title }) =>
      `<button type="button" class="fix" data-rule="${escapeHtml(rule)}" data-message="${escapeHtml(message)}" data-fix="${escapeHtml(fix)}">${escapeHtml(title)}</button>`,
  );
  const name = about?.page
    ? `<a href="${escapeHtml(about.page)}">${escapeHtml(rule)}</a>`
    : `<code>${escapeHtml(rule)}</code>`;
  return (
    `<div class="finding ${severity}"><p><strong>${escapeHtml(message)}</strong> <span class="severity">${severity}</span></p>` +
    `<p>${escapeHtml(about?.remedy ?? '')} ${name}</p>${buttons.length > 0 ? `<p class="fixes">${buttons.join(' ')}</p>` : ''}</div>`
  );
}

function renderDuty({ who, sentence, notes, since, link, properties }: MapDuty): string {
  return [
    `<p><span class="who">${WHO[who]}:</span> ${escapeHtml(sentence)}</p>`,
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
    ...(since ? [`<p class="quiet">${escapeHtml(since)}</p>`] : []),
    ...(properties.length > 0 ? [`<p class="quiet">Properties: ${codes(properties)}</p>`] : []),
    `<p><a href="${escapeHtml(link)}">What AWS says</a></p>`,
  ].join('');
}

function renderControls(data: MapData, { rules }: MapDuty, findings: readonly MapFinding[]): string {
  const controls = new Map<string, Set<string>>();
  for (const rule of [...rules, ...findings.map((finding) => finding.rule)]) {
    for (const [framework, ids] of Object.entries(data.rules[rule]?.controls ?? {})) {
      const known = controls.get(framework) ?? new Set<string>();
      for (const id of ids) known.add(id);
      if (known.size > 0) controls.set(framework, known);
    }
  }
  const lines = [...controls].map(
    ([id, ids]) => `${escapeHtml(frameworkName(id))}: ${escapeHtml([...ids].join(', '))}`,
  );
  return lines.length === 0 ? '' : `<p class="quiet">${lines.join('<br>')}</p>`;
}

function codes(texts: readonly string[]): string {
  return texts.map((text) => `<code>${escapeHtml(text)}</code>`).join(', ');
}
