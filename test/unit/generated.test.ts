import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRule } from '#kit';
import { rules } from '#rules';
import {
  findStale,
  loadRules,
  renderGenerated,
  renderRuleIndex,
  writeGenerated,
} from '../../scripts/generate-rules.mts';
import { renderRulePage } from '../../scripts/rule-page.mts';

const root = resolve(import.meta.dirname, '..', '..');

describe('what is generated from the rules', async () => {
  const files = await loadRules();
  const generated = renderGenerated(files);

  it('is up to date (else: npm run generate:rules)', () => {
    expect(findStale(generated, root)).toEqual([]);
  });

  it('gives the engine every rule file there is', () => {
    expect(rules.map(({ id }) => id)).toEqual(files.map(({ rule }) => rule.id));
  });

  it('is the same however often it is made', () => {
    expect(renderGenerated(files)).toEqual(generated);
  });
});

describe('staleness', () => {
  const generated = new Map([
    ['rules/index.ts', 'index\n'],
    ['docs/rules/README.md', 'table\n'],
    ['docs/rules/one.md', 'page\n'],
  ]);
  let folder = '';
  const inFolder = (path: string) => join(folder, path);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'remit-generated-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names what is missing, and writing mends it', () => {
    expect(findStale(generated, folder)).toEqual([...generated.keys()].sort());
    writeGenerated(generated, folder);
    expect(findStale(generated, folder)).toEqual([]);
  });

  it('names an index and a page that were changed by hand, and writing mends them', () => {
    writeFileSync(inFolder('rules/index.ts'), 'index, and more\n');
    writeFileSync(inFolder('docs/rules/one.md'), 'page \n');
    expect(findStale(generated, folder)).toEqual(['docs/rules/one.md', 'rules/index.ts']);
    expect(writeGenerated(generated, folder)).toEqual(['docs/rules/one.md', 'rules/index.ts']);
    expect(readFileSync(inFolder('docs/rules/one.md'), 'utf8')).toBe('page\n');
  });

  it('names the page of a rule that is gone, and writing removes it', () => {
    writeFileSync(inFolder('docs/rules/gone.md'), 'page\n');
    expect(findStale(generated, folder)).toEqual(['docs/rules/gone.md']);
    writeGenerated(generated, folder);
    expect(findStale(generated, folder)).toEqual([]);
  });
});

describe('the index', () => {
  it('names rules in camel case, on one line where they fit', () => {
    expect(renderRuleIndex(['rules/s3/s3-bucket-versioning.ts'])).toContain(
      "import s3BucketVersioning from './s3/s3-bucket-versioning.ts';\n\nexport const rules: readonly AnyRule[] = [s3BucketVersioning];\n",
    );
  });

  it('gives each of many rules a line of its own', () => {
    const paths = Array.from({ length: 500 }, (_, at) => `rules/s3/s3-rule-${at}.ts`);
    expect(renderRuleIndex(paths)).toContain('= [\n  s3Rule0,\n  s3Rule1,\n');
  });
});

describe('a page', () => {
  const rule = defineRule({
    id: 'sqs-queue-named',
    title: 'Queue has a name',
    on: 'AWS::SQS::Queue',
    severity: 'low',
    category: 'organisation',
    profile: 'strict',
    aspect: 'identity-access',
    peers: { checkov: ['CKV_X_1'], trivy: [] },
    controls: { 'my-framework': ['A|1'] },
    why: 'Names collide.',
    remedy: 'Leave the name out.',
    references: ['https://example.com/names'],
    check(queue, report) {
      const name = queue.get('QueueName');
      if (name.isScalar) report(name, `${queue.logicalId} is named`);
    },
    examples: [
      {
        bad: 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: jobs\n      #          ^^^^\n',
        good: 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n',
      },
      { name: 'a name is unknown', silent: 'Resources: {}\n' },
    ],
  });
  const page = renderRulePage(rule, 'rules/sqs/sqs-queue-named.ts');

  it('puts the message beside each mark', () => {
    expect(page).toContain('      QueueName: jobs\n      #          ^^^^ Jobs is named\n');
  });

  it('shows what is left alone by its name', () => {
    expect(page).toContain('### A name is unknown\n\n```yaml\nResources: {}\n```');
  });

  it('lists peers and controls that there are, and none that there are not', () => {
    expect(page).toContain('| Checkov | `CKV_X_1` |');
    expect(page).toContain('| my-framework | `A\\|1` |');
    expect(page).not.toContain('Trivy');
  });

  it('cannot be made of a rule that throws, and says which rule it is', () => {
    const broken = {
      ...rule,
      check() {
        throw new Error('no such thing');
      },
    };
    const files = [{ path: 'rules/sqs/sqs-queue-named.ts', rule: broken }];
    expect(() => renderGenerated(files)).toThrow('rules/sqs/sqs-queue-named.ts fails on its examples: no such thing');
  });

  it('offers no fix where the rule has none', () => {
    expect(page).not.toContain('| Fix |');
    expect(page).toContain('Instead:\n');
  });
});
