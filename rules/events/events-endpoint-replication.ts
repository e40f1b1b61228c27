import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'events-endpoint-replication',
  title: 'Global endpoint does not replicate events',
  on: 'AWS::Events::Endpoint',
  severity: 'low',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: { security_hub: ['EventBridge.4'] },
  controls: { 'aws-fsbp': ['EventBridge.4'], 'nist-800-53-r5': ['CP-10'] },
  why: 'Without replication the endpoint does not come back from the second region by itself, and events of the first are missing there.',
  remedy: 'Set ReplicationConfig.State to ENABLED.',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html'],
  check(endpoint, report) {
    const state = endpoint.get('ReplicationConfig.State');
    if (!state.is('DISABLED')) return;
    report(state, `${endpoint.logicalId} does not replicate events`, {
      fixes: () => [fix('Replicate events to the second region', 'cost', set(state, 'ENABLED'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Global:
            Type: AWS::Events::Endpoint
            Properties:
              ReplicationConfig:
                State: DISABLED
                     # ^^^^^^^^
      `,
      good: template`
        Resources:
          Global:
            Type: AWS::Events::Endpoint
            Properties:
              ReplicationConfig:
                State: ENABLED
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
          Global:
            Type: AWS::Events::Endpoint
            Properties:
              ReplicationConfig:
                State: !If [IsProd, ENABLED, DISABLED]
                                           # ^^^^^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Global:
            Type: AWS::Events::Endpoint
            Properties:
              ReplicationConfig:
                State: !If [IsProd, ENABLED, ENABLED]
      `,
    },
    {
      name: 'the state is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Global:
            Type: AWS::Events::Endpoint
            Properties: {ReplicationConfig: {State: !Ref Given}}
      `,
    },
  ],
});
