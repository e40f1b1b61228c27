// Begins a rule:  npm run new-rule -- SERVICE ID     as in  npm run new-rule -- s3 s3-bucket-versioning
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexTable } from '../server/src/schema/table-text.ts';
import { findRuleFiles, loadRules, renderGenerated, writeGenerated } from './generate-rules.mts';
import { inProject, PlainError, runScript } from './project.mjs';

/**
 * The text of a new rule file. It compiles, and its tests fail until what says TODO is filled in: the marked example is not
 * flagged by a check that knows no property.
 */
export function renderScaffold(id: string, type: string): string {
  return `import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: '${id}',
  title: 'TODO state the problem, as in: S3 bucket keeps no earlier versions',
  on: '${type}',
  severity: 'medium', // critical: an outsider gets in | high: one mistake away | medium: a safeguard is missing | low
  category: 'configuration',
  profile: 'recommended', // essential: critical and high, almost no noise | recommended | strict: organisational
  aspect: 'identity-access',
  peers: { checkov: [], cfn_nag: [], guard: [], trivy: [], cdk_nag: [], kics: [], security_hub: [] },
  controls: {},
  why: 'TODO one or two sentences that a tired engineer believes.',
  remedy: 'TODO begin with a verb.',
  references: ['https://docs.aws.amazon.com/TODO'],
  check(resource, report) {
    // One concrete world: no conditions here. Every question answers true only when it is certain, so never read a false
    // \`is\` as its opposite: ask \`isNot\`, which holds for an absent value and not for an unknown one.
    const value = resource.get('TODO.Property');
    if (!value.is('TODO insecure')) return;
    report(value, \`\${resource.logicalId} TODO name the culprit\`, {
      fixes: [fix('TODO say what happens', 'safe', set(value, 'TODO secure'))],
    });
  },
  examples: [
    {
      bad: template\`
        Resources:
          Example:
          # ^^^^^^^
            Type: ${type}
      \`,
      good: template\`
        Resources:
          Example:
            Type: ${type}
            Properties:
              TODO:
                Property: TODO secure
      \`,
    },
    {
      name: 'TODO why a careless rule would flag this, as in: a value from a parameter without default is unknown',
      silent: template\`
        Parameters:
          Value:
            Type: String
        Resources:
          Example:
            Type: ${type}
            Properties:
              TODO:
                Property: !Ref Value
      \`,
    },
  ],
});
`;
}

/**
 * The resource type that an id speaks of, `AWS::S3::BucketPolicy` for `s3-bucket-policy-public` in the folder `s3`: the longest
 * one among the given types that fits; one with a TODO where none does.
 */
export function guessType(service: string, id: string, types: readonly string[]): string {
  const words = id.replaceAll('-', '');
  const fitting = types.filter((type) => {
    const [, owner = '', resource = ''] = type.toLowerCase().split('::');
    return owner === service && (words.startsWith(owner + resource) || words.startsWith(resource));
  });
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  return longest ?? `AWS::${service}::TODO`;
}

async function newRule(service: string | undefined, id: string | undefined): Promise<void> {
  if (!service || !id)
    throw new PlainError('npm run new-rule -- SERVICE ID, as in: npm run new-rule -- s3 s3-bucket-versioning');
  if (!/^[a-z][a-z0-9]*$/.test(service)) throw new PlainError(`a service is one word in lower case, not ${service}`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    throw new PlainError(`an id is words in lower case with dashes, not ${id}`);
  const taken = findRuleFiles().find((path) => path.endsWith(`/${id}.ts`));
  if (taken) throw new PlainError(`${taken} is there already`);
  const path = `rules/${service}/${id}.ts`;
  const file = inProject(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, renderScaffold(id, guessType(service, id, knownTypes())));
  writeGenerated(renderGenerated(await loadRules()), inProject());
  console.log(`${path}

Next:
  1. Fill in what says TODO, examples first: they are the tests and the page.
  2. npx vitest run --project unit test/unit/rules -t ${id}
  3. npm run generate:rules && npm run format && npm run test:unit`);
}

function knownTypes(): readonly string[] {
  const table = inProject('.generated', 'schema', 'resources.json');
  return existsSync(table) ? indexTable(readFileSync(table, 'utf8')).keys : [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runScript(() => newRule(process.argv[2], process.argv[3]), 2);
}
