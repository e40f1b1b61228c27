import { defineRule, hideSecret, parameterOf, secretSetting, template } from '#kit';

export default defineRule({
  id: 'ecs-env-secret',
  title: 'Secret stands in a container definition',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { trivy: ['AWS-0036'], security_hub: ['ECS.8'] },
  controls: { 'aws-fsbp': ['ECS.8'], 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository, or may describe the task definition, reads its environment, and old revisions keep it.',
  remedy: 'Pass it in Secrets, from Secrets Manager or Parameter Store; for AWS itself the task has its role.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  check(task, report) {
    for (const container of task.get('ContainerDefinitions').items()) {
      for (const variable of container.get('Environment').items()) {
        const value = variable.get('Value');
        const name = variable.get('Name').pattern() ?? '';
        const secret = secretSetting(name, value);
        if (!secret) continue;
        const parameter = parameterOf(value, task.template);
        report(value, `${name || 'A variable'} of ${task.logicalId} is ${secret} in clear text`, {
          fixes: () =>
            hideSecret(
              { of: task, value, name: 'Secret', description: `${name} of ${task.logicalId}`, isOwn: false },
              parameter ? { kind: 'default', parameter } : { kind: 'literal' },
            ),
        });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Environment:
                    - Name: DB_PASSWORD
                      Value: correct-horse-7
                           # ^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          WebSecret:
            Type: String
            NoEcho: true
            Description: DB_PASSWORD of Web
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Environment:
                    - Name: DB_PASSWORD
                      Value: !Ref WebSecret
      `,
    },
    {
      name: 'a key of AWS, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Environment:
                    - {Name: KEY, Value: !If [IsProd, none, AKIAIOSFODNN7EXAMPLE]}
                                                          # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a secret passed as such',
      silent: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - Name: web
                  Secrets: [{Name: DB_PASSWORD, ValueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db'}]
      `,
    },
    {
      name: 'the value is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions: [{Name: web, Environment: [{Name: DB_PASSWORD, Value: !Ref Given}]}]
      `,
    },
  ],
});
