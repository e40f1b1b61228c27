// npm run coverage:catalogue -- CATALOGUE.tsv [--all]: which rows of a catalogue of other scanners' checks no rule answers, and why.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tool } from '#analysis';
import { ruleMetadata } from '#features';
import { rules } from '#rules';

const TOOLS: readonly Tool[] = ['checkov', 'cfn_nag', 'guard', 'trivy', 'cdk_nag', 'kics', 'security_hub'];

const [file] = process.argv.slice(2);
if (!file) {
  console.error(
    'usage: npm run coverage:catalogue -- CATALOGUE.tsv: tab-separated, a check a row, ids in columns by tool',
  );
  process.exit(2);
}
/** Why a row is left out on purpose, by concept. */
const reasons = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'left-out.json'), 'utf8'),
) as Readonly<Record<string, string>>;

const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
const columns = header.split('\t');
const rows = lines.map((line) => {
  const cells = line.split('\t');
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
});
const answered = new Set(
  rules.flatMap((rule) => Object.entries(rule.peers).flatMap(([tool, ids]) => ids.map((id) => `${tool} ${id}`))),
);
const services = new Map<string, { rows: number; covered: number; reasoned: number }>();
for (const row of rows) {
  const concept = row.concept_id ?? '';
  const service = services.get(row.service ?? '') ?? { rows: 0, covered: 0, reasoned: 0 };
  services.set(row.service ?? '', service);
  service.rows++;
  const isCovered = TOOLS.some((tool) => idsOf(row[tool] ?? '').some((id) => answered.has(`${tool} ${id}`)));
  if (isCovered) service.covered++;
  else if (concept in reasons) service.reasoned++;
  else console.log(`${row.service}\t${concept}\tno rule`);
}
for (const [concept, reason] of Object.entries(reasons)) console.log(`left out\t${concept}\t${reason}`);
console.table(
  [...services].map(([service, counts]) => ({
    service,
    ...counts,
    open: counts.rows - counts.covered - counts.reasoned,
  })),
);
const total = [...services.values()].reduce((sum, one) => sum + one.covered, 0);
const fixable = ruleMetadata(rules).filter((rule) => rule.fixable).length;
console.log(`rows ${rows.length}, answered by a rule ${total}; rules ${rules.length}, proposing fixes ${fixable}`);

/** `S3BucketLoggingEnabled(AwsSolutions-S1)` has two ids. */
function idsOf(cell: string): readonly string[] {
  return cell.split(/[,;()\s]+/).filter((id) => id !== '');
}
