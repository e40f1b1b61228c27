import { describe, expect, test } from 'vitest';
import { type Finding, fixesOf, proveFix } from '#analysis';
import { defineRule, fix, set } from '#kit';
import { rules } from '#rules';
import { analyzeWith, readMarks } from '../rules/rule-tester.ts';

const secrets = rules.filter(({ category }) => category === 'secrets');
const about = {
  title: '',
  severity: 'low',
  category: 'secrets',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: {},
  controls: {},
  why: '',
  remedy: '',
  references: [],
  examples: [],
} as const;
const shown = `Parameters:
  Password: { Type: String }
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref Password
`;

describe('a secret parameter that is shown', () => {
  test('is one finding, of the resource that it opens', () => {
    const [finding, ...more] = analyzeWith(secrets, shown).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: { id: 'rds-literal-password' },
      related: [{ message: 'Password holds it' }],
    });
  });

  test('is found in itself where no rule speaks of what it opens', () => {
    const text = shown.replace('AWS::RDS::DBInstance', 'Custom::Database');
    expect(analyzeWith(secrets, text).findings.map(({ rule }) => rule.id)).toEqual(['template-secret-parameter']);
  });

  test('does not stand in the way of a fix that does without it', () => {
    const managed = defineRule({
      ...about,
      id: 'managed',
      on: 'AWS::RDS::DBInstance',
      check(database, report) {
        const isManaged = database.get('ManageMasterUserPassword');
        if (!isManaged.isNot(true)) return;
        report(isManaged, 'not managed', {
          related: database.template.parameters.map((at) => ({ at, message: 'holds it' })),
          fixes: [fix('Manage', 'behaviour', set(isManaged, true))],
        });
      },
    });
    const analysis = analyzeWith([managed, ...secrets.filter(({ on }) => on === 'template')], shown);
    const [finding, ...more] = analysis.findings;
    expect([finding?.message, ...more]).toEqual(['not managed']);
    const proven = finding && fixesOf(analysis, finding).map((each) => proveFix(analysis, finding, each));
    expect(proven?.[0]).toBeDefined();
  });
});

test('no example of a rule on secrets draws two findings on one parameter', () => {
  const twice = secrets.flatMap((rule) =>
    rule.examples.flatMap(({ bad }) => (bad === undefined ? [] : doubled(readMarks(bad).text))),
  );
  expect(twice).toEqual([]);
});

/** The findings on a parameter that another finding names. */
function doubled(text: string): readonly string[] {
  const { findings } = analyzeWith(secrets, text);
  const onParameters = findings.filter(({ rule }) => rule.id === 'template-secret-parameter');
  return onParameters.flatMap((finding) => {
    const name = nameIn(finding);
    const others = findings.filter((other) => other !== finding && new RegExp(`\\b${name}\\b`).test(other.message));
    return others.map((other) => `${finding.message} | ${other.message}`);
  });
}

function nameIn({ message }: Finding): string {
  return /^(?:The default of )?(\w+)/.exec(message)?.[1] ?? message;
}
