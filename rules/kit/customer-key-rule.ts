import type { Example, Peers, Rule } from '#analysis';
import type { Safety } from '#edit';
import { isKeyOfAws } from '#insight';
import { customerKey } from './customer-key.ts';
import { everyPeer } from './every-peer.ts';
import { type Sample, sampleTemplate } from './sample-template.ts';

/** A property that names the KMS key with which something is encrypted. */
export interface KeyProperty {
  readonly path: string;
  /** The resource types that have it; all of the rule's unless told. */
  readonly on?: readonly string[];
  /** What is encrypted, as in "Notes encrypts its volume with a key that AWS manages". */
  readonly what: string;
  readonly peers: Peers;
}

/** What a rule on customer managed keys says of itself; the rest follows from the keys. */
export interface CustomerKeyRule extends Pick<Rule, 'id' | 'title' | 'on' | 'why' | 'remedy' | 'references'> {
  readonly keys: readonly [KeyProperty, ...KeyProperty[]];
  /** How the key is named, and what it costs to change it. */
  readonly fix: { readonly title: string; readonly safety: Safety; readonly by?: 'Arn' | 'Ref' };
  /** A resource to show the rule on; without the keys. */
  readonly sample: Sample;
}

/**
 * A rule on resources that are encrypted in any case, with a key that AWS manages or owns unless they name one: a wish of
 * organisations that want to decide who decrypts, so low and `strict`. A finding answers the checks of the key that it is about.
 */
export function customerKeyRule({ keys, fix, sample, ...rule }: CustomerKeyRule): Rule {
  return {
    ...rule,
    severity: 'low',
    category: 'encryption-at-rest',
    profile: 'strict',
    aspect: 'keys-secrets',
    peers: everyPeer(keys),
    controls: { 'nist-800-53-r5': ['SC-12', 'SC-28(1)'] },
    check(resource, report) {
      for (const { path, on, what, peers } of keys) {
        if (on && !on.includes(resource.type)) continue;
        const key = resource.get(path);
        if (!isKeyOfAws(key)) continue;
        report(key, `${resource.logicalId} encrypts its ${what} with a key that is not yours`, {
          peers,
          fixes: () => [customerKey(resource, key, fix)],
        });
      }
    },
    get examples() {
      return examplesOf(sample, keys[0].path, fix.by ?? 'Arn');
    },
  };
}

function examplesOf(sample: Sample, path: string, by: 'Arn' | 'Ref'): readonly Example[] {
  const { logicalId } = sample;
  const show = (value: string, mark = '', sections: readonly string[] = []) =>
    sampleTemplate(sample, path, value, mark, sections);
  const name = by === 'Ref' ? `!Ref ${logicalId}Key` : `!GetAtt ${logicalId}Key.Arn`;
  const key = `  ${logicalId}Key:\n${KEY.join('\n')}\n`;
  const elsewhere = (value: string) => `!If [IsProd, !ImportValue Key, ${value}]`;
  return [
    { bad: show('', logicalId), good: show(name) + key },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: show(elsewhere('alias/aws/service'), 'alias/aws/service', BY_ENVIRONMENT),
      good: show(elsewhere(name), '', BY_ENVIRONMENT) + key,
    },
    {
      name: 'a parameter without default decides',
      silent: show('!Ref Key', '', ['Parameters:', '  Key:', '    Type: String']),
    },
  ];
}

const BY_ENVIRONMENT = [
  'Parameters:',
  '  Env:',
  '    Type: String',
  'Conditions:',
  '  IsProd: !Equals [!Ref Env, prod]',
];

/** The key that the fix adds, without its logical id. */
const KEY = [
  '    Type: AWS::KMS::Key',
  '    DeletionPolicy: Retain',
  '    UpdateReplacePolicy: Retain',
  '    Properties:',
  '      EnableKeyRotation: true',
  '      KeyPolicy:',
  "        Version: '2012-10-17'",
  '        Statement:',
  '          - Sid: AllowAccount',
  '            Effect: Allow',
  '            Principal:',
  "              AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'",
  '            Action: kms:*',
  "            Resource: '*'",
];
