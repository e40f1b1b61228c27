// npm run conformance -- CORPUS: scores the rules on templates that other scanners' maintainers labelled, tool by tool, and
// checks that YAML/JSON twins of real templates get the same findings. Exits 1 on a disagreement that nobody has reviewed.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Analysis, type AnalysisOptions, analyze, type Finding, type Tool } from '#analysis';
import { buildTemplate } from '#model';
import { rules } from '#rules';
import { type Language, parseTree } from '#syntax';

/** A case of `labelled.jsonl`: which resources one check of one tool flags, and which it passes. */
interface Case {
  readonly id: string;
  readonly tool: Tool;
  readonly rule: string;
  readonly concept: string;
  readonly template: string;
  readonly format: Language;
  readonly level: 'resource' | 'template';
  readonly expect: 'FAIL' | 'PASS' | 'SKIP';
  readonly fail: readonly string[];
  readonly pass: readonly string[];
  readonly unknown?: readonly string[];
  readonly suppressed?: readonly string[];
  /** Other places that count for a resource. */
  readonly fail_alt?: Readonly<Record<string, readonly string[]>>;
}

interface Disagreement {
  readonly case: string;
  readonly tool: Tool;
  readonly check: string;
  readonly concept: string;
  readonly kind: 'missed' | 'false alarm';
  readonly resource: string;
}

interface Score {
  found: number;
  missed: number;
  silent: number;
  alarms: number;
  uncovered: number;
}

/** Where we judge otherwise on purpose: reason by case id. Must stay under 3 % of the cases. */
type Reviewed = Readonly<Record<string, string>>;

const options: AnalysisOptions = {
  rules,
  profile: 'strict',
  disabled: new Set(),
  severities: new Map(),
  parameters: new Map(),
};
const here = dirname(fileURLToPath(import.meta.url));

const [corpus, filter = ''] = process.argv.slice(2);
if (!corpus) {
  console.error('usage: npm run conformance -- CORPUS [FILTER]: the folder with labelled.jsonl and real.jsonl');
  process.exit(2);
}
const reviewed = JSON.parse(readFileSync(join(here, 'reviewed.json'), 'utf8')) as Reviewed;
const answered = new Set(
  rules.flatMap((rule) => Object.entries(rule.peers).flatMap(([tool, ids]) => ids.map((id) => `${tool} ${id}`))),
);
const cases = read<Case>('labelled.jsonl').filter((one) => `${one.tool}:${one.rule} ${one.concept}`.includes(filter));
const scores = new Map<string, Score>();
const uncovered = new Map<string, number>();
const disagreements = cases.flatMap(judge);
report();

function read<T>(file: string): T[] {
  const lines = readFileSync(join(corpus ?? '', file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function analysisOf(text: string, format: Language): Analysis | undefined {
  const template = buildTemplate(parseTree(text, format));
  const analysis = template && analyze(template, options);
  for (const fault of analysis?.faults ?? []) throw fault.error;
  return analysis;
}

function judge(one: Case): Disagreement[] {
  const score = scores.get(one.tool) ?? { found: 0, missed: 0, silent: 0, alarms: 0, uncovered: 0 };
  scores.set(one.tool, score);
  const check = `${one.tool} ${one.rule}`;
  if (!answered.has(check)) {
    score.uncovered++;
    uncovered.set(`${check} (${one.concept})`, (uncovered.get(`${check} (${one.concept})`) ?? 0) + 1);
    return [];
  }
  const findings = analysisOf(one.template, one.format)?.findings ?? [];
  const flagged = new Set(findings.filter((finding) => answers(finding, one)).map(placeOf));
  const { missed, alarms, found, silent } =
    one.level === 'template' ? judgeTemplate(one, flagged) : judgeResources(one, flagged);
  score.found += found;
  score.silent += silent;
  score.missed += missed.length;
  score.alarms += alarms.length;
  const disagreement = (kind: Disagreement['kind']) => (resource: string) => ({
    case: one.id,
    tool: one.tool,
    check: one.rule,
    concept: one.concept,
    kind,
    resource,
  });
  return [...missed.map(disagreement('missed')), ...alarms.map(disagreement('false alarm'))];
}

function answers(finding: Finding, { tool, rule }: Case): boolean {
  return finding.peers[tool]?.includes(rule) ?? false;
}

function placeOf(finding: Finding): string {
  return finding.resource?.authoredId ?? 'template';
}

interface Verdict {
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
  readonly found: number;
  readonly silent: number;
}

function judgeTemplate({ expect }: Case, flagged: ReadonlySet<string>): Verdict {
  const isFlagged = flagged.size > 0;
  return {
    missed: expect === 'FAIL' && !isFlagged ? ['template'] : [],
    alarms: expect === 'PASS' && isFlagged ? [...flagged] : [],
    found: expect === 'FAIL' && isFlagged ? 1 : 0,
    silent: expect === 'PASS' && !isFlagged ? 1 : 0,
  };
}

function judgeResources(one: Case, flagged: ReadonlySet<string>): Verdict {
  const unscored = new Set([...(one.unknown ?? []), ...(one.suppressed ?? [])]);
  const fails = one.fail.filter((id) => !unscored.has(id));
  const passes = one.pass.filter((id) => !unscored.has(id));
  const isFound = (id: string) => [id, ...(one.fail_alt?.[id] ?? [])].some((place) => flagged.has(place));
  const missed = fails.filter((id) => !isFound(id));
  const alarms = passes.filter((id) => flagged.has(id));
  return { missed, alarms, found: fails.length - missed.length, silent: passes.length - alarms.length };
}

function report(): void {
  const open = disagreements.filter((one) => !(one.case in reviewed));
  for (const one of open)
    console.log(`${one.kind}: ${one.tool} ${one.check} (${one.concept}) ${one.resource}, case ${one.case}`);
  const rows = [...scores].map(([tool, score]) => ({ tool, ...score, ...rates(score) }));
  const total = rows.reduce(add, { found: 0, missed: 0, silent: 0, alarms: 0, uncovered: 0 });
  console.table([...rows, { tool: 'all', ...total, ...rates(total) }]);
  const kept = disagreements.length - open.length;
  console.log(`cases ${cases.length}, disagreements ${disagreements.length}: reviewed ${kept}, open ${open.length}`);
  const used = new Set(disagreements.map((one) => one.case));
  const stale = filter === '' ? Object.keys(reviewed).filter((id) => !used.has(id)) : [];
  for (const id of stale) console.log(`reviewed.json: case ${id} is no disagreement any more; take it out`);
  const share = Object.keys(reviewed).length / cases.length;
  console.log(`reviewed share ${percent(share)} (must stay under 3 %)`);
  if (uncovered.size > 0) {
    console.log(`checks that no rule answers: ${uncovered.size}`);
    for (const [check, count] of [...uncovered].sort((a, b) => b[1] - a[1])) console.log(`  ${count} ${check}`);
  }
  const twins = compareTwins();
  if (open.length + stale.length + twins > 0 || (filter === '' && share >= 0.03)) process.exitCode = 1;
}

function add(sum: Score, row: Score): Score {
  return {
    found: sum.found + row.found,
    missed: sum.missed + row.missed,
    silent: sum.silent + row.silent,
    alarms: sum.alarms + row.alarms,
    uncovered: sum.uncovered + row.uncovered,
  };
}

function rates({ found, missed, silent, alarms }: Score) {
  return { recall: percent(found / (found + missed)), 'false alarms': percent(alarms / (alarms + silent)) };
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)} %`;
}

interface RealTemplate {
  readonly id: string;
  readonly sem: string;
  readonly template: string;
  readonly format: Language;
}

/** Twins say the same in YAML and in JSON, so they must get the same findings. Returns how many pairs differ. */
function compareTwins(): number {
  const groups = groupBySem(read<RealTemplate>('real.jsonl'));
  const pairs = [...groups.values()].filter((group) => new Set(group.map((one) => one.format)).size > 1);
  const differing = pairs.filter(
    (group) => new Set(group.map((one) => essence(analysisOf(one.template, one.format)))).size > 1,
  );
  for (const group of differing) console.log(`twins differ: ${group.map((one) => one.id).join(' ')}`);
  console.log(`YAML/JSON twins ${pairs.length}, agreeing ${pairs.length - differing.length}`);
  return differing.length;
}

function groupBySem(all: readonly RealTemplate[]): ReadonlyMap<string, readonly RealTemplate[]> {
  const groups = new Map<string, RealTemplate[]>();
  for (const one of all) {
    const group = groups.get(one.sem);
    if (group) group.push(one);
    else groups.set(one.sem, [one]);
  }
  return groups;
}

function essence(analysis: Analysis | undefined): string {
  const findings = analysis?.findings ?? [];
  return findings
    .map(({ rule, resource, message, when, severity }) =>
      JSON.stringify([rule.id, resource?.logicalId, message, when, severity]),
    )
    .sort()
    .join('\n');
}
