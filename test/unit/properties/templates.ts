import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AnalysisOptions, Finding } from '#analysis';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { createService } from '#service';
import { detectLanguage, type Language, type SyntaxTree } from '#syntax';

/** A template to begin with. */
export interface Start {
  readonly name: string;
  readonly text: string;
  readonly language: Language;
}

const examples = resolve(import.meta.dirname, '../../../examples');

/** What no example shows: loops in every section. */
const LOOPS = `Transform: AWS::LanguageExtensions
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
  Names: {Type: CommaDelimitedList, Default: 'dev, prod'}
Conditions:
  Fn::ForEach::Environments:
    - Name
    - !Ref Names
    - Is\${Name}: !Equals [!Ref Env, !Ref Name]
Resources:
  Fn::ForEach::Buckets:
    - Name
    - [dev, prod]
    - Data\${Name}:
        Type: AWS::S3::Bucket
        Condition: Is\${Name}
        Properties:
          BucketName: !Sub 'data-\${Name}'
          AccessControl: !If [Isprod, Private, PublicRead]
      Policy\${Name}:
        Type: AWS::S3::BucketPolicy
        Condition: !Sub 'Is\${Name}'
        Properties:
          Bucket: !Ref Data\${Name}
          PolicyDocument:
            Statement: {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '\${Data\${Name}.Arn}/*'}
  Read: {Type: AWS::SNS::Topic, Properties: {DisplayName: !GetAtt Datadev.Arn}}
Outputs:
  Fn::ForEach::Names:
    - Name
    - [dev, prod]
    - Out\${Name}: {Condition: 'Is\${Name}', Value: !Ref Data\${Name}}
`;

/** The templates shipped as examples, those in the rules, and what neither shows. */
export const starts: readonly Start[] = [
  { name: 'loops', text: LOOPS, language: 'yaml' },
  ...readdirSync(examples)
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(resolve(examples, name), 'utf8');
      return { name, text, language: detectLanguage(name, text) };
    }),
  ...rules.flatMap(({ id, examples: own }) =>
    own.flatMap(({ bad, silent }) =>
      [bad, silent].flatMap((text): Start[] => (text ? [{ name: id, text, language: 'yaml' }] : [])),
    ),
  ),
];

/** The engine with all rules; without tables of resource types, which change no finding's place or fix. */
export const service = createService({
  rules,
  schema: createSchema({ resources: () => '', iamActions: () => '', docs: () => '' }),
});

/** Every rule on. */
export const options: AnalysisOptions = service.options({ profile: 'strict' });

/** What an author sees of findings, as plain data. */
export function describeFindings(findings: readonly Finding[], tree: SyntaxTree): readonly unknown[] {
  return findings.map(({ rule, resource, severity, message, when, place, related, peers }) => ({
    rule: rule.id,
    resource: resource?.logicalId,
    severity,
    message,
    when,
    at: (tree.startOf(place.block) ?? 0) + place.span.start,
    to: (tree.startOf(place.block) ?? 0) + place.span.end,
    related: related.map((each) => [each.message, (tree.startOf(each.place.block) ?? 0) + each.place.span.start]),
    peers,
  }));
}
