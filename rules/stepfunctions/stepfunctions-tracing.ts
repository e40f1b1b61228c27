import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'stepfunctions-tracing',
  title: 'Executions of a state machine are not traced',
  on: 'AWS::StepFunctions::StateMachine',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { trivy: ['AWS-0117'], cdk_nag: ['StepFunctionStateMachineXray', 'AwsSolutions-SF2'] },
  controls: { 'nist-800-53-r5': ['AU-12'] },
  why: 'Traces show which of the services that a machine calls was slow or refused. It is a help for operation, and costs by the execution.',
  remedy: 'Set TracingConfiguration.Enabled to true.',
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
  check(machine, report) {
    const enabled = machine.get('TracingConfiguration.Enabled');
    if (!enabled.isNot(true)) return;
    report(enabled, `Executions of ${machine.resource.key.text} are not traced`, {
      fixes: () => [fix('Trace executions', 'cost', set(enabled, true))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Orders:
        # ^^^^^^
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/orders
      `,
      good: template`
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/orders
              TracingConfiguration:
                Enabled: true
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
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              TracingConfiguration:
                Enabled: !If [IsProd, true, false]
                                          # ^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              TracingConfiguration:
                Enabled: !If [IsProd, true, true]
      `,
    },
    {
      name: 'the answer is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Orders:
            Type: AWS::StepFunctions::StateMachine
            Properties: {TracingConfiguration: {Enabled: !Ref Given}}
      `,
    },
  ],
});
