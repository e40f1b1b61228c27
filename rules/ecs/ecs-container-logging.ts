import {
  addResource,
  defineRule,
  describe,
  type Fragment,
  fix,
  interpolate,
  logGroupBody,
  set,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'ecs-container-logging',
  title: 'Container keeps no log',
  on: 'AWS::ECS::TaskDefinition',
  severity: 'medium',
  category: 'logging',
  profile: 'recommended',
  aspect: 'logging-monitoring',
  peers: { cdk_nag: ['ECSTaskDefinitionContainerLogging', 'AwsSolutions-ECS7'], security_hub: ['ECS.9'] },
  controls: { 'aws-fsbp': ['ECS.9'], 'nist-800-53-r5': ['AU-2', 'AU-12'], 'pci-dss-4': ['10.2.1'] },
  why: 'What the container wrote is gone when it stops, with the reason why it stopped, or what an intruder did in it.',
  remedy: 'Set a LogConfiguration, such as awslogs with a log group.',
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html'],
  check(task, report) {
    for (const container of task.get('ContainerDefinitions').items()) {
      const logging = container.get('LogConfiguration');
      if (!logging.get('LogDriver').isAbsent) continue;
      const logs = `${task.logicalId}Logs`;
      const name = container.get('Name');
      // The execution role writes the log; without one it is not known who may.
      const canWrite = !task.get('ExecutionRoleArn').isAbsent;
      const configuration = {
        LogDriver: 'awslogs',
        Options: {
          'awslogs-group': { Ref: logs },
          'awslogs-region': { Ref: 'AWS::Region' },
          'awslogs-stream-prefix': prefixOf(name),
        },
      };
      report(
        logging,
        `${name.isAbsent ? 'A container' : `Container ${describe(name)}`} of ${task.logicalId} keeps no log`,
        {
          fixes: () => [
            canWrite && logging.isAbsent
              ? fix(
                  'Log to a new log group',
                  'cost',
                  addResource(logs, logGroupBody(task), task),
                  set(logging, configuration),
                )
              : undefined,
          ],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ExecutionRoleArn: arn:aws:iam::123456789012:role/execution
              ContainerDefinitions:
                - Name: web
                # ^^^^^^^^^
                  Image: web:1
      `,
      good: template`
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ExecutionRoleArn: arn:aws:iam::123456789012:role/execution
              ContainerDefinitions:
                - Name: web
                  Image: web:1
                  LogConfiguration:
                    LogDriver: awslogs
                    Options:
                      awslogs-group: !Ref WebLogs
                      awslogs-region: !Ref AWS::Region
                      awslogs-stream-prefix: web
          WebLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'in development',
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
                  LogConfiguration: !If [IsProd, {LogDriver: awslogs}, !Ref AWS::NoValue]
                # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a name that is a parameter',
      bad: template`
        Parameters:
          Name: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ExecutionRoleArn: arn:aws:iam::123456789012:role/execution
              ContainerDefinitions:
                - Name: !Ref Name
                # ^^^^^^^^^^^^^^^
                  Image: web:1
      `,
      good: template`
        Parameters:
          Name: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ExecutionRoleArn: arn:aws:iam::123456789012:role/execution
              ContainerDefinitions:
                - Name: !Ref Name
                  Image: web:1
                  LogConfiguration:
                    LogDriver: awslogs
                    Options:
                      awslogs-group: !Ref WebLogs
                      awslogs-region: !Ref AWS::Region
                      awslogs-stream-prefix: !Ref Name
          WebLogs:
            Type: AWS::Logs::LogGroup
            Properties:
              RetentionInDays: 365
      `,
    },
    {
      name: 'the driver is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties: {ContainerDefinitions: [{Name: web, LogConfiguration: {LogDriver: !Ref Given}}]}
      `,
    },
  ],
});

function prefixOf(name: Value): Fragment {
  return name.parameter ? { Ref: name.parameter } : (interpolate(name.pattern() ?? 'task') ?? 'task');
}
