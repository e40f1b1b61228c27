import { type Analysis, type Aspect, type Finding, fixesOf, type ProvenFix } from '#analysis';
import { entryNamed, plainMap, type Resource } from '#model';
import type { Span } from '#text';
import { messageOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { fixTitle } from './fix-title.ts';
import { provenFixes, tryFix } from './proven-fixes.ts';
import type { DutyCell, ResponsibilityMap } from './responsibility-map.ts';

/** A fix that was proven for what a cell leaves open. */
export interface CellFix {
  readonly rule: string;
  readonly message: string;
  /** The title the rule gives it, by which `fixNamed` finds it again. */
  readonly fix: string;
  /** With what it may cost. */
  readonly title: string;
}

/** Where a cell of the map points. With a finding, there; else at a property that carries the duty, else at the logical id. */
export function placeOfCell(
  document: Document,
  map: ResponsibilityMap,
  id: string,
  aspect: Aspect | undefined,
): Span | undefined {
  const row = map.rows.find(({ resource }) => (resource?.logicalId ?? '') === id);
  if (!row) return undefined;
  const cell = row.cells.find((each) => each.aspect === aspect);
  const [finding] = cell?.findings ?? cell?.suppressed ?? [];
  if (finding) return document.spanOf(finding.place);
  const { resource, knowledge } = row;
  if (!resource) return { start: 0, end: 0 };
  const paths = knowledge?.aspects.find((known) => known.aspect === aspect)?.properties ?? [];
  const carried = paths.filter(({ type }) => type === resource.type || type === resource.authoredType);
  const key = carried.flatMap(({ path }) => propertyKey(resource, path) ?? [])[0] ?? resource.key;
  return document.spanOf({ block: key.block, span: key.span });
}

function propertyKey({ properties }: Resource, path: string) {
  const map = properties && plainMap(properties);
  return map && entryNamed(map, path.split(/[.[]/)[0] ?? '')?.key;
}

/** The fixes that hold for what a cell leaves open, the best first for each finding. */
export function fixesOfCell(
  document: Document,
  map: ResponsibilityMap,
  id: string,
  aspect: Aspect,
): readonly CellFix[] {
  return cellOf(map, id, aspect).flatMap(({ findings }) =>
    findings.flatMap((finding) =>
      provenFixes(document, finding).map(({ fix }) => ({
        rule: finding.rule.id,
        message: messageOf(finding),
        fix: fix.title,
        title: fixTitle(fix),
      })),
    ),
  );
}

function cellOf(map: ResponsibilityMap, id: string, aspect: Aspect): readonly DutyCell[] {
  const row = map.rows.find(({ resource }) => (resource?.logicalId ?? '') === id);
  return row?.cells.filter((cell) => cell.aspect === aspect) ?? [];
}

/** What names a fix from one version of a text to the next. */
export interface FixName {
  /** The logical id; empty for a finding on the template as a whole. */
  readonly resource: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/** A fix by its name, proven on the text as it is; undefined when its finding is gone or it does not hold any more. */
export function fixNamed(document: Document, { resource, rule, message, fix }: FixName): ProvenFix | undefined {
  const exact = document.exact();
  const { analysis } = exact;
  const finding = analysis?.findings.find(
    (each) => each.rule.id === rule && (each.resource?.logicalId ?? '') === resource && messageOf(each) === message,
  );
  return analysis && finding && provenNamed(analysis, finding, fix);
}

function provenNamed(analysis: Analysis, finding: Finding, title: string): ProvenFix | undefined {
  if (finding.place.block.errors.length > 0) return undefined;
  const fix = fixesOf(analysis, finding).find((each) => each.title === title);
  return fix && tryFix(analysis, finding, fix);
}
