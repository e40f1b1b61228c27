import type { ReportDetails } from '#analysis';
import type { Fix, Fragment } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import type { SecretExposure } from '#insight';
import { addParameter, addResource, fix, remove, set } from './fix.ts';

/** A secret of a resource, and who makes it up. */
export interface Secret {
  readonly of: ResourceView;
  readonly value: Value;
  /** Ends the name of a new parameter or secret: `Password` for OrdersPassword. */
  readonly name: string;
  /** Describes it in the template: `Password of the Splunk collector`. */
  readonly description: string;
  /** Whether the resource takes whatever secret it is given; otherwise another system has made it up. */
  readonly isOwn: boolean;
}

/** How a secret gives itself away, as the end of a sentence that begins with its name. */
export function secretInPlainSight(exposure: SecretExposure): string {
  if (exposure.kind === 'literal') {
    return exposure.isStored ? 'is read from a parameter that is not encrypted' : 'stands in the template';
  }
  const { name } = exposure.parameter;
  return exposure.kind === 'default'
    ? `stands in the template as the default of ${name}`
    : `is shown in clear text: parameter ${name} has no NoEcho`;
}

/** Where a secret comes from when a parameter holds it: its default, or the parameter that is shown. */
export function secretSource(exposure: SecretExposure): ReportDetails['related'] {
  if (exposure.kind === 'literal') return [];
  const at = exposure.kind === 'default' ? exposure.parameter.get('Default') : exposure.parameter;
  return [{ at, message: `${exposure.parameter.name} holds it` }];
}

/** The ways to keep a secret out of the template and out of sight, best first. */
export function hideSecret(secret: Secret, exposure: SecretExposure): readonly (Fix | undefined)[] {
  if (exposure.kind === 'literal') return secret.isOwn ? [generate(secret), ask(secret)] : [ask(secret)];
  const hide = set(exposure.parameter.get('NoEcho'), true);
  if (exposure.kind === 'echo') return [fix('Hide the parameter (NoEcho)', 'safe', hide)];
  const without = remove(exposure.parameter.get('Default'));
  return [fix('Remove the default and hide the parameter (it must then be given)', 'behaviour', without, hide)];
}

function generate({ of, value, name, description }: Secret): Fix | undefined {
  const logicalId = `${of.logicalId}${name}`;
  const body: Fragment = {
    Type: 'AWS::SecretsManager::Secret',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      Description: description,
      GenerateSecretString: { PasswordLength: 32, ExcludePunctuation: true },
    },
  };
  return fix(
    'Generate it into a secret (applications must read the secret)',
    'behaviour',
    addResource(logicalId, body, of),
    set(value, { 'Fn::Sub': `{{resolve:secretsmanager:\${${logicalId}}}}` }),
  );
}

function ask({ of, value, name, description }: Secret): Fix | undefined {
  const parameter = `${of.logicalId}${name}`;
  return fix(
    'Ask for it in a hidden parameter (it must then be given)',
    'behaviour',
    addParameter(parameter, { Type: 'String', NoEcho: true, Description: description }),
    set(value, { Ref: parameter }),
  );
}
