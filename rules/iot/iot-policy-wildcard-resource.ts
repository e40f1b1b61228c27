import { defineRule, fix, grants, type Statement, set, statementsOf, template, type Value } from '#kit';

export default defineRule({
  id: 'iot-policy-wildcard-resource',
  title: 'IoT policy reaches the topics and identities of every device',
  on: 'AWS::IoT::Policy',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W39'], guard: ['IOT_POLICY_WILDCARD_RESOURCE_RULE'], kics: ['be5b230d'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'Whoever takes the certificate out of one device can connect in the name of any other, and listen and speak on all topics.',
  remedy:
    'Name clients and topics, with policy variables such as ${iot:Connection.Thing.ThingName} for what belongs to the device.',
  references: [
    'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html',
    'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html',
  ],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      // A device whose certificate belongs to a thing of its client's name connects in that name only.
      if (!grants(statement) || (onlyConnects(statement) && mayAskForThing(statement.condition))) continue;
      const resource = statement.resources.find((each) => each.satisfies((text) => /^\*+$/.test(text)));
      if (!resource) continue;
      report(resource, `${policy.logicalId} reaches the topics and identities of every device`, {
        fixes: () => [
          onlyConnects(statement)
            ? fix('Let a device connect in its own name only', 'behaviour', set(resource, { 'Fn::Sub': OWN_NAME }))
            : undefined,
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iot:Connect
                    Resource: '*'
                            # ^^^
      `,
      good: template`
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iot:Connect
                    Resource: !Sub 'arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:client/\${!iot:Connection.Thing.ThingName}'
      `,
    },
    {
      name: 'a policy written as text',
      bad: template`
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument: '{"Statement": [{"Effect": "Allow", "Action": "iot:Publish", "Resource": "*"}]}'
                            # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iot:Publish
                    Resource: !If [IsProd, !Sub 'arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:topic/meters', '*']
                                                                                                                         # ^^^
      `,
    },
    {
      name: 'what is denied, and topics that a parameter without default names',
      silent: template`
        Parameters:
          Topics: {Type: String}
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 'iot:Publish', Resource: '*'}
                  - {Effect: Allow, Action: 'iot:Publish', Resource: !Ref Topics}
      `,
    },
    {
      name: 'a device connects only in the name of the thing it is attached to',
      silent: template`
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: iot:Connect
                    Resource: '*'
                    Condition: {Bool: {iot:Connection.Thing.IsAttached: true}}
      `,
    },
  ],
});

/** The client id that the registry has for the thing whose certificate it is. */
const OWN_NAME = 'arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:client/${!iot:Connection.Thing.ThingName}';

function onlyConnects({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => action.satisfies((text) => /^iot:connect$/i.test(text)));
}

function mayAskForThing(condition: Value): boolean {
  if (condition.isUnknown || condition.isOpen) return true;
  const keys = condition.entries().flatMap(([, tests]) => tests.entries().map(([key]) => key));
  return keys.some((key) => /^iot:Connection\.Thing\.(?:IsAttached|ThingName)$/i.test(key));
}
