import { defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'iam-session-duration',
  title: 'Sessions last longer than a working day',
  on: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-12', 'IA-11'] },
  why: 'Temporary credentials cannot be taken back one by one: a stolen session works until it ends. Both sessions last one hour unless told otherwise.',
  remedy: 'Let sessions last eight hours or fewer; roles of administrators one.',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html',
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html',
  ],
  check(resource, report) {
    const isRole = resource.type === 'AWS::IAM::Role';
    const duration = resource.get(isRole ? 'MaxSessionDuration' : 'SessionDuration');
    if (!duration.satisfies((text) => hoursOf(resource, text) > HOURS)) return;
    report(duration, `Sessions of ${resource.logicalId} last longer than ${HOURS} hours`, {
      fixes: [
        fix(`Let sessions last ${HOURS} hours`, 'behaviour', set(duration, isRole ? HOURS * 3600 : `PT${HOURS}H`)),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              MaxSessionDuration: 43200
                                # ^^^^^
              AssumeRolePolicyDocument: {}
      `,
      good: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              MaxSessionDuration: 28800
              AssumeRolePolicyDocument: {}
      `,
    },
    {
      name: 'people in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Developers:
            Type: AWS::SSO::PermissionSet
            Properties:
              Name: developers
              InstanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef
              SessionDuration: !If [IsProd, PT1H, PT11H30M]
                                                # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Developers:
            Type: AWS::SSO::PermissionSet
            Properties:
              Name: developers
              InstanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef
              SessionDuration: !If [IsProd, PT1H, PT8H]
      `,
    },
    {
      name: 'one hour unless told otherwise',
      silent: template`
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
      `,
    },
    {
      name: 'a duration without default is unknown',
      silent: template`
        Parameters:
          Seconds: {Type: Number}
        Resources:
          Operator:
            Type: AWS::IAM::Role
            Properties:
              MaxSessionDuration: !Ref Seconds
              AssumeRolePolicyDocument: {}
      `,
    },
  ],
});

const HOURS = 8;

/** A role counts in seconds, a permission set in the durations of ISO 8601; NaN where it is neither. */
function hoursOf({ type }: ResourceView, text: string): number {
  if (type === 'AWS::IAM::Role') return Number(text) / 3600;
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text);
  if (!parts) return Number.NaN;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
}
