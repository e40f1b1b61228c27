import type { Example, Peers, Rule } from '#analysis';
import type { ResourceView, Value } from '#evaluate';
import { type SecretExposure, secretExposure } from '#insight';
import { everyPeer } from './every-peer.ts';
import { fix, remove, set } from './fix.ts';
import { hideSecret, type Secret, secretInPlainSight, secretSource } from './hide-secret.ts';
import { type Sample, sampleTemplate } from './sample-template.ts';

/** A property that holds a secret. */
export interface SecretProperty {
  /** `[]` stands for every item of a list: `RdsDbInstances[].DbPassword`. */
  readonly path: string;
  /** The resource types that have it; all of the rule's unless told. */
  readonly on?: readonly string[];
  /** Begins the message: `Password`, as in "Password of Users stands in the template". */
  readonly what: string;
  /** Ends the name of a new parameter or secret: `Password` for UsersPassword. */
  readonly name: string;
  /** Whether the resource takes whatever secret it is given; otherwise another system has made it up. */
  readonly isOwn: boolean;
  /** The service that can make the secret up and keep it in Secrets Manager itself, and the switch for that. */
  readonly keeper?: { readonly service: string; readonly path: string };
  readonly peers: Peers;
}

/** What a rule on secrets says of itself; the rest follows from the secrets. */
export interface SecretRule extends Pick<Rule, 'id' | 'title' | 'on' | 'severity' | 'why' | 'remedy' | 'references'> {
  readonly secrets: readonly [SecretProperty, ...SecretProperty[]];
  /** A resource to show the rule on; its first secret is filled in. */
  readonly sample: Sample;
}

/**
 * A rule on resources whose secrets stand in the template: in the property itself, in the default of a parameter, or in a parameter
 * that is shown in clear text. A finding answers the checks of the secret that it is about.
 */
export function secretRule({ secrets, sample, ...rule }: SecretRule): Rule {
  return {
    ...rule,
    category: 'secrets',
    profile: 'essential',
    aspect: 'keys-secrets',
    peers: everyPeer(secrets),
    controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
    check(resource, report) {
      for (const secret of secrets) {
        if (secret.on && !secret.on.includes(resource.type)) continue;
        for (const value of valuesAt(resource, secret.path)) {
          const exposure = secretExposure(value, resource.template);
          if (!exposure) continue;
          const description = `${secret.what} of ${resource.logicalId}`;
          report(value, `${description} ${secretInPlainSight(exposure)}`, {
            related: secretSource(exposure),
            severity: exposure.kind === 'echo' ? 'high' : rule.severity,
            peers: secret.peers,
            fixes: () => fixesFor({ of: resource, value, description, ...secret }, exposure, secret.keeper),
          });
        }
      }
    },
    get examples() {
      return examplesOf(sample, secrets[0]);
    },
  };
}

function fixesFor(secret: Secret, exposure: SecretExposure, keeper: SecretProperty['keeper']) {
  const hidden = hideSecret(secret, exposure);
  if (!keeper) return hidden;
  const kept = fix(
    `Let ${keeper.service} manage the password in Secrets Manager (rotates it; applications must read the secret)`,
    'behaviour',
    set(secret.of.get(keeper.path), true),
    remove(secret.value),
  );
  return exposure.kind === 'literal' ? [kept, ...hidden] : [...hidden, kept];
}

function valuesAt(resource: ResourceView, path: string): readonly Value[] {
  const [list = '', item] = path.split('[].');
  const value = resource.get(list);
  return item === undefined ? [value] : value.items().map((one) => one.get(item));
}

function examplesOf(sample: Sample, { path, what, name, isOwn, keeper }: SecretProperty): readonly Example[] {
  const show = (value: string, mark = '', sections: readonly string[] = []) =>
    sampleTemplate(sample, path, value, mark, sections);
  const parameter = `${sample.logicalId}${name}`;
  const description = `${what} of ${sample.logicalId}`;
  const asked = [`  ${parameter}:`, '    Type: String', '    NoEcho: true', `    Description: ${description}`];
  const generated = [
    `  ${parameter}:`,
    '    Type: AWS::SecretsManager::Secret',
    '    DeletionPolicy: Retain',
    '    UpdateReplacePolicy: Retain',
    '    Properties:',
    `      Description: ${description}`,
    '      GenerateSecretString:',
    '        PasswordLength: 32',
    '        ExcludePunctuation: true',
    '',
  ].join('\n');
  const hidden = isOwn ? `!Sub '{{resolve:secretsmanager:\${${parameter}}}}'` : `!Ref ${parameter}`;
  const hide = (value: string, sections: readonly string[] = []) => {
    if (isOwn) return show(value, '', sections) + generated;
    const [first = 'Parameters:', ...others] = sections.length > 0 ? sections : ['Parameters:'];
    return show(value, '', [first, ...others.slice(0, OWN_PARAMETERS), ...asked, ...others.slice(OWN_PARAMETERS)]);
  };
  const inProduction = (value: string) => `!If [IsProd, !Ref Given, ${value}]`;
  return [
    {
      bad: show('correct-horse', 'correct-horse'),
      good: keeper ? sampleTemplate(sample, keeper.path, 'true') : hide(hidden),
    },
    {
      name: 'the default of a hidden parameter is still a secret in the template',
      when: 'Given is left at its default',
      bad: show('!Ref Given', '!Ref Given', [...GIVEN, '    NoEcho: true', '    Default: correct-horse']),
      good: show('!Ref Given', '', [...GIVEN, '    NoEcho: true']),
    },
    {
      name: 'a parameter that is shown in clear text',
      bad: show('!Ref Given', '!Ref Given', GIVEN),
      good: show('!Ref Given', '', [...GIVEN, '    NoEcho: true']),
    },
    {
      name: 'a literal in one environment only',
      when: 'IsProd is false',
      bad: show(inProduction('correct-horse'), 'correct-horse', BY_ENVIRONMENT),
      // In one environment the service would manage the password, in the other it is given.
      ...(keeper ? {} : { good: hide(inProduction(hidden), BY_ENVIRONMENT) }),
    },
    {
      name: 'a dynamic reference is read when the stack is deployed',
      silent: show("'{{resolve:secretsmanager:keys:SecretString:current}}'"),
    },
    {
      name: 'a hidden parameter without default is unknown',
      silent: show('!Ref Given', '', [...GIVEN, '    NoEcho: true']),
    },
  ];
}

const GIVEN = ['Parameters:', '  Given:', '    Type: String'];
const BY_ENVIRONMENT = [
  ...GIVEN,
  '    NoEcho: true',
  '  Env:',
  '    Type: String',
  'Conditions:',
  '  IsProd: !Equals [!Ref Env, prod]',
];
/** The lines of `BY_ENVIRONMENT` that a new parameter comes after. */
const OWN_PARAMETERS = 5;
