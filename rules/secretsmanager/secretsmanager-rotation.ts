import {
  addParameter,
  addResource,
  associatedWith,
  companion,
  defineRule,
  fix,
  type Report,
  type ResourceView,
  set,
  template,
} from '#kit';

const SCHEDULE = 'AWS::SecretsManager::RotationSchedule';

export default defineRule({
  id: 'secretsmanager-rotation',
  title: 'Secret is never rotated',
  on: ['AWS::SecretsManager::Secret', SCHEDULE],
  severity: 'medium',
  category: 'secrets',
  profile: 'strict',
  aspect: 'keys-secrets',
  peers: {
    guard: ['SECRETSMANAGER_ROTATION_ENABLED_CHECK'],
    cdk_nag: ['SecretsManagerRotationEnabled', 'AwsSolutions-SMG4'],
    security_hub: ['SecretsManager.1', 'SecretsManager.4'],
  },
  controls: { 'aws-fsbp': ['SecretsManager.1'], 'nist-800-53-r5': ['IA-5', 'AC-3'], 'pci-dss-4': ['8.6.3'] },
  why: 'A password that never changes stays good for whoever once copied it, from a log, a laptop or a departed colleague. Rotation needs a function that knows how to change it, so secrets that only their owner can change stay as they are.',
  remedy: 'Add a RotationSchedule, with a hosted rotation function for databases.',
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  check(secret, report) {
    if (secret.type === SCHEDULE) {
      checkInterval(secret, report);
      return;
    }
    const schedules = secret.template.resources(SCHEDULE);
    if (secret.template.isOpen || schedules.some((schedule) => mayRotate(schedule, secret))) return;
    report(secret, `${secret.logicalId} is never rotated`, {
      fixes: () => [
        // A secret has one schedule: another one must not meet it in another world.
        secret.template.declared(SCHEDULE).some((schedule) => mayRotate(schedule, secret))
          ? undefined
          : fix(
              'Rotate every 30 days by a function that a parameter names',
              'behaviour',
              addResource(
                `${secret.logicalId}Rotation`,
                companion(secret, SCHEDULE, {
                  SecretId: { Ref: secret.logicalId },
                  RotationLambdaARN: { Ref: 'RotationFunctionArn' },
                  RotationRules: { AutomaticallyAfterDays: 30 },
                }),
                secret,
              ),
              addParameter('RotationFunctionArn', {
                Type: 'String',
                Description: 'The ARN of the Lambda function that changes the secret',
                AllowedPattern: '^arn:aws[a-z-]*:lambda:.+:function:.+$',
              }),
            ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Password:
        # ^^^^^^^^
            Type: AWS::SecretsManager::Secret
      `,
      good: template`
        Parameters:
          RotationFunctionArn:
            Type: String
            Description: The ARN of the Lambda function that changes the secret
            AllowedPattern: '^arn:aws[a-z-]*:lambda:.+:function:.+$'
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
          PasswordRotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Password
              RotationLambdaARN: !Ref RotationFunctionArn
              RotationRules:
                AutomaticallyAfterDays: 30
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Password:
        # ^^^^^^^^
            Type: AWS::SecretsManager::Secret
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Condition: IsProd
            Properties:
              SecretId: !Ref Password
              HostedRotationLambda: {RotationType: PostgreSQLSingleUser}
              RotationRules: {AutomaticallyAfterDays: 30}
      `,
    },
    {
      name: 'a schedule without an interval rotates once',
      bad: template`
        Resources:
          Rotation:
        # ^^^^^^^^
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !ImportValue Password
              RotationLambdaARN: !ImportValue Rotate
      `,
      good: template`
        Resources:
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !ImportValue Password
              RotationLambdaARN: !ImportValue Rotate
              RotationRules:
                AutomaticallyAfterDays: 30
      `,
    },
    {
      name: 'intervals as days, as an expression and from elsewhere',
      silent: template`
        Parameters:
          Days: {Type: Number}
        Resources:
          ByExpression:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !ImportValue Password
              RotationRules: {ScheduleExpression: rate(10 days)}
          ByParameter:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !ImportValue Token
              RotationRules: {AutomaticallyAfterDays: !Ref Days}
      `,
    },
    {
      name: 'a schedule on the attachment to a database rotates the secret too',
      silent: template`
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
          Attachment:
            Type: AWS::SecretsManager::SecretTargetAttachment
            Properties:
              SecretId: !Ref Password
              TargetId: orders
              TargetType: AWS::RDS::DBInstance
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Attachment
              HostedRotationLambda: {RotationType: PostgreSQLSingleUser}
              RotationRules: {AutomaticallyAfterDays: 30}
      `,
    },
    {
      name: 'a schedule for a secret that is not told may be the one',
      silent: template`
        Parameters:
          Secret:
            Type: String
        Resources:
          Password:
            Type: AWS::SecretsManager::Secret
          Rotation:
            Type: AWS::SecretsManager::RotationSchedule
            Properties:
              SecretId: !Ref Secret
              HostedRotationLambda: {RotationType: PostgreSQLSingleUser}
              RotationRules: {AutomaticallyAfterDays: 30}
      `,
    },
  ],
});

function checkInterval(schedule: ResourceView, report: Report): void {
  const days = schedule.get('RotationRules.AutomaticallyAfterDays');
  if (!days.isAbsent || !schedule.get('RotationRules.ScheduleExpression').isAbsent) return;
  report(days, `${schedule.logicalId} names no interval, so the secret is not rotated again`, {
    severity: 'low',
    fixes: [fix('Rotate every 30 days', 'behaviour', set(days, 30))],
  });
}

/** Whether a schedule is for a secret, by way of its attachment to a database too, or may be. */
function mayRotate(schedule: ResourceView, secret: ResourceView): boolean {
  const id = schedule.get('SecretId');
  const target = id.target()?.resource;
  if (target?.type === 'AWS::SecretsManager::SecretTargetAttachment') {
    return associatedWith(target.get('SecretId'), secret, 'Name');
  }
  return (id.isUnknown && !target) || associatedWith(id, secret, 'Name');
}
