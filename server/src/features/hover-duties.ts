import { type Finding, fixesOf } from '#analysis';
import type { Fix } from '#edit';
import type { Resource } from '#model';
import { messageOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { fixTitle } from './fix-title.ts';
import { byWeight, link } from './hover-findings.ts';
import { analysisToFix, mostProofs, tryFix } from './proven-fixes.ts';
import { ASPECT_TITLES, type TypeKnowledge } from './responsibility.ts';
import { type DutyCell, type DutyRow, dutiesOf } from './responsibility-map.ts';

/** Addresses a hover may lead to, made by the host; undefined where a client has no such command. */
export interface HoverLinks {
  /** Applies a fix that has been proven. */
  fix?(finding: Finding, fix: Fix): string;
  /** Opens the responsibility map. */
  map?(): string;
}

/** Whose part each aspect of a resource is, as this template leaves it, and what to do next. Nothing for a type nobody knows. */
export function describeDuties(document: Document, resource: Resource, links: HoverLinks): readonly string[] {
  const row = dutiesOf(document, resource);
  if (!row?.knowledge) return [];
  return [CLASSES[row.knowledge.class], ...table(document, row), ...awsPart(row), ...next(document, row, links)];
}

/** Whether a table of duties is among the sections of a hover: it names every finding of the resource already. */
export function showsDuties(sections: readonly string[]): boolean {
  return sections.some((section) => section.startsWith(HEAD));
}

const HEAD = '| Your part | Here |';

const CLASSES: { readonly [name in TypeKnowledge['class']]: string } = {
  infrastructure: 'Infrastructure service: AWS runs the hardware and the network beneath, you everything on it.',
  container: 'Container service: AWS runs the machine and the platform, you configure the platform and guard the data.',
  abstracted:
    'Abstracted service: AWS runs everything below the API, you decide who may call it and look after the data.',
};

function table(document: Document, { cells }: DutyRow): string[] {
  const yours = cells.filter(({ counted }) => counted);
  if (yours.length === 0) return [];
  const rows = yours.map((cell) => `| ${ASPECT_TITLES[cell.aspect]} | ${standing(document, cell)} |`);
  return [[HEAD, '| --- | --- |', ...rows].join('\n')];
}

function standing(document: Document, { state, findings, suppressed, undecided }: DutyCell): string {
  const [worst] = byWeight(findings);
  if (worst) {
    const more = findings.length > 1 ? `, and ${findings.length - 1} more` : '';
    return `▲ **open**, ${worst.severity}: ${inCell(messageOf(worst))} (${link(document, worst.rule.id)})${more}`;
  }
  if (state === 'done') return suppressed.length > 0 ? `✓ done, ${suppressed.length} ignored by you` : '✓ done';
  if (undecided.length > 0) return `? the template does not tell ${undecided.map((path) => `\`${path}\``).join(', ')}`;
  return '? no active rule can tell';
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

function awsPart({ cells }: DutyRow): string[] {
  const names = cells.filter(({ state }) => state === 'aws').map(({ aspect }) => ASPECT_TITLES[aspect].toLowerCase());
  if (names.length === 0) return [];
  const last = names.length > 1 ? ` and ${names.at(-1)}` : '';
  return [`AWS carries ${names.slice(0, Math.max(1, names.length - 1)).join(', ')}${last}.`];
}

/** The gravest open duty that has a fix that holds, with it; the map. */
function next(document: Document, { cells }: DutyRow, links: HoverLinks): string[] {
  const fixed = firstFix(document, byWeight(cells.flatMap(({ findings }) => findings)));
  const title = fixed && fixTitle(fixed.fix);
  const address = fixed && links.fix?.(fixed.finding, fixed.fix);
  const fix = title && `**Next:** ${address ? `[${title}](${address})` : title}`;
  const map = links.map && `[Responsibility map](${links.map()})`;
  const parts = [fix, map].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(' · ')];
}

/** A hover must be quick: in a huge template a fix is looked for in the gravest finding only. */
function firstFix(document: Document, findings: readonly Finding[]) {
  const most = mostProofs(document) > 500 ? 4 : 1;
  for (const finding of findings.slice(0, most)) {
    const analysis = analysisToFix(document, finding);
    const fix = analysis && fixesOf(analysis, finding).find((each) => tryFix(analysis, finding, each));
    if (fix) return { finding, fix };
  }
  return undefined;
}
