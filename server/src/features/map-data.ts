import type { AnalysisOptions, AnyRule, Aspect, Finding, Severity } from '#analysis';
import { messageOf } from './diagnostics.ts';
import type { Document } from './document.ts';
import { type NetworkGraph, networkGraph } from './network-graph.ts';
import { ASPECT_ORDER, ASPECT_TITLES, type TypeKnowledge, type Who } from './responsibility.ts';
import {
  type DutyCell,
  type DutyRow,
  type DutyState,
  type DutySummary,
  isAccountWide,
  type ResponsibilityMap,
  responsibilityMap,
} from './responsibility-map.ts';
import { rulesFor } from './responsibility-rules.ts';

/** The responsibility map as plain JSON: what a webview, a report and `remit map --format json` show. Without places: they move at every keystroke. */
export interface MapData {
  readonly version: 1;
  readonly summary: DutySummary;
  readonly aspects: readonly { readonly id: Aspect; readonly title: string }[];
  /** By CloudFormation type, as rows name them. */
  readonly types: { readonly [type: string]: MapType };
  readonly rows: readonly MapRow[];
  /** Every rule that a type or a finding names, by id. */
  readonly rules: { readonly [id: string]: MapRule };
  readonly network: MapNetwork;
}

export interface MapType {
  readonly service: string;
  readonly class: string;
  readonly summary: string;
  /** One for each aspect, in their order; empty for a type nobody knows. */
  readonly aspects: readonly MapDuty[];
}

export interface MapDuty {
  readonly who: Who;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly since?: string;
  readonly link: string;
  /** Property paths; of a companion with its type before them. */
  readonly properties: readonly string[];
  /** Ids of the rules that look at it. */
  readonly rules: readonly string[];
}

export interface MapRow {
  /** The logical id; empty for the account as a whole. */
  readonly id: string;
  /** Empty for the account as a whole. */
  readonly type: string;
  /** The type the author wrote, where SAM makes another of it. */
  readonly authoredType?: string;
  /** One for each aspect, in their order. */
  readonly states: readonly DutyState[];
  /** What more there is to say of a cell, by aspect. */
  readonly details: { readonly [aspect in Aspect]?: MapCell };
}

export interface MapCell {
  readonly findings?: readonly MapFinding[];
  /** Messages of findings that the author chose to ignore. */
  readonly ignored?: readonly string[];
  /** Properties whose values the template does not tell. */
  readonly undecided?: readonly string[];
}

export interface MapFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface MapRule {
  readonly title: string;
  readonly severity: Severity;
  readonly remedy: string;
  readonly controls: { readonly [framework: string]: readonly string[] };
  readonly page?: string;
  /** Whether it knows fixes. Whether one holds for a finding is proven when it is asked for. */
  readonly fixable: boolean;
}

export interface MapNetwork {
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly reached: 'yes' | 'perhaps' | 'no';
    readonly open: number;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly certain: boolean;
    readonly steps: readonly string[];
    readonly when?: string;
  }[];
}

/** A map and its data, kept from one version of a text to the next. */
export interface LiveMap {
  readonly map: ResponsibilityMap;
  readonly network: NetworkGraph;
  readonly data: MapData;
}

/** The map of a document; undefined for a text that is no template. Rows that did not change keep their identity from `previous`. */
export function liveMap(document: Document, previous?: LiveMap): LiveMap | undefined {
  const map = responsibilityMap(document, previous?.map);
  const network = networkGraph(document, previous?.network);
  if (!map || !network) return undefined;
  if (previous?.map === map && previous.network === network) return previous;
  return { map, network, data: toData(document, map, network) };
}

function toData(document: Document, { rows, summary, analysis }: ResponsibilityMap, network: NetworkGraph): MapData {
  // A map, not an object: a template may call a type what it likes, `constructor` too.
  const types = new Map<string, MapType>();
  const rules = new Map<string, AnyRule>();
  for (const { resource, knowledge } of rows) {
    if (!resource || types.has(resource.type)) continue;
    types.set(resource.type, typeDataOnce(analysis.options, resource.type, knowledge));
    for (const aspect of ASPECT_ORDER)
      for (const rule of rulesFor(analysis.options, resource.type, aspect)) rules.set(rule.id, rule);
  }
  for (const { rule } of analysis.findings) rules.set(rule.id, rule);
  const known = rows.find(({ knowledge }) => knowledge?.aspects.some(isAccountWide))?.knowledge;
  if (known) types.set('', accountData(known));
  return {
    version: 1,
    summary,
    aspects: ASPECT_ORDER.map((id) => ({ id, title: ASPECT_TITLES[id] })),
    types: Object.fromEntries(types),
    rows: rows.filter((row) => row.resource || row.cells.some(({ counted }) => counted)).map(rowData),
    rules: Object.fromEntries([...rules].map(([id, rule]) => [id, ruleData(rule, document)])),
    network: networkData(network, rows),
  };
}

const typesMade = new WeakMap<AnalysisOptions, Map<string, MapType>>();

/** What is said of a type is the same for all templates under the same options. */
function typeDataOnce(options: AnalysisOptions, type: string, knowledge: TypeKnowledge | undefined): MapType {
  const made = typesMade.get(options) ?? new Map<string, MapType>();
  typesMade.set(options, made);
  const before = made.get(type);
  if (before) return before;
  const data = typeData(type, knowledge, (aspect) => rulesFor(options, type, aspect).map(({ id }) => id));
  // Names of types come from templates: only those somebody knows are kept.
  if (knowledge) made.set(type, data);
  return data;
}

function accountData({ aspects }: TypeKnowledge): MapType {
  const duties = aspects.map((known) =>
    duty({ ...(isAccountWide(known) ? known : NOBODYS), properties: [], rules: [] }),
  );
  return { ...ACCOUNT, aspects: duties };
}

const ACCOUNT = { service: 'AWS account', class: '', summary: 'What is to be had once, whatever the stack holds.' };
const NOBODYS = {
  who: 'aws',
  sentence: 'Shown for each resource.',
  notes: [],
  link: 'https://aws.amazon.com/compliance/shared-responsibility-model/',
} as const;

function duty({
  who,
  sentence,
  notes,
  since,
  link,
  rules,
  properties,
}: Omit<MapDuty, 'properties'> & { readonly properties: readonly string[] }): MapDuty {
  return { who, sentence, notes, ...(since !== undefined && { since }), link, properties, rules };
}

function typeData(
  type: string,
  knowledge: TypeKnowledge | undefined,
  rulesOf: (aspect: Aspect) => readonly string[],
): MapType {
  if (!knowledge) return { service: type.split('::')[1] ?? '', class: '', summary: '', aspects: [] };
  return {
    service: knowledge.service.name,
    class: knowledge.class,
    summary: knowledge.service.summary,
    aspects: knowledge.aspects.map((known) =>
      duty({
        ...known,
        properties: known.properties.map((property) =>
          property.type === type ? property.path : `${property.type} ${property.path}`,
        ),
        rules: rulesOf(known.aspect),
      }),
    ),
  };
}

const rowsMade = new WeakMap<DutyRow, MapRow>();

function rowData(row: DutyRow): MapRow {
  const known = rowsMade.get(row);
  if (known) return known;
  const { resource, cells } = row;
  const details = cells.flatMap((cell) => {
    const detail = cellData(cell);
    return detail ? [[cell.aspect, detail] as const] : [];
  });
  const data: MapRow = {
    id: resource?.logicalId ?? '',
    type: resource?.type ?? '',
    ...(resource && resource.authoredType !== resource.type && { authoredType: resource.authoredType }),
    states: cells.map(({ state }) => state),
    details: Object.fromEntries(details),
  };
  rowsMade.set(row, data);
  return data;
}

function cellData({ findings, suppressed, undecided }: DutyCell): MapCell | undefined {
  if (findings.length + suppressed.length + undecided.length === 0) return undefined;
  return {
    ...(findings.length > 0 && { findings: findings.map(findingData) }),
    ...(suppressed.length > 0 && { ignored: suppressed.map(messageOf) }),
    ...(undecided.length > 0 && { undecided }),
  };
}

function findingData(finding: Finding): MapFinding {
  return { rule: finding.rule.id, severity: finding.severity, message: messageOf(finding) };
}

function ruleData({ id, title, severity, remedy, controls, examples }: AnyRule, document: Document): MapRule {
  const page = document.pageOf(id);
  const fixable = examples.some(({ good }) => good !== undefined);
  return { title, severity, remedy, controls, ...(page !== undefined && { page }), fixable };
}

function networkData({ nodes, edges }: NetworkGraph, rows: readonly DutyRow[]): MapNetwork {
  const open = new Map(
    rows.map(({ resource, cells }) => [resource?.logicalId, cells.filter(({ state }) => state === 'open').length]),
  );
  return {
    nodes: nodes.map(({ id, resource, reached }) => ({
      id,
      type: resource?.type ?? '',
      reached,
      open: (resource && open.get(resource.logicalId)) ?? 0,
    })),
    edges: edges.map(({ from, to, label, certain, steps, when }) => ({
      from,
      to,
      label,
      certain,
      steps,
      ...(when !== undefined && { when }),
    })),
  };
}
