import { defineRule, everyAction, fix, grants, set, statementsOf, template } from '#kit';

/** What devices do; all other actions of IoT are for those who run the fleet, and their place is an IAM policy. */
const DEVICE_ACTIONS = ['iot:Connect', 'iot:Publish', 'iot:Receive', 'iot:Subscribe'];

export default defineRule({
  id: 'iot-policy-wildcard-action',
  title: 'IoT policy allows its devices every action',
  on: 'AWS::IoT::Policy',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { cfn_nag: ['W38'], guard: ['IOT_POLICY_WILDCARD_ACTION_RULE'], kics: ['4d32780f'] },
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'] },
  why: 'Devices stand where others can take them apart. With the certificate of one, an attacker may do all that its policy allows, reading the shadows and jobs of other devices included.',
  remedy: 'List the actions that a device needs: connecting, and publishing, subscribing and receiving on its topics.',
  references: ['https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html'],
  check(policy, report) {
    for (const statement of statementsOf(policy.get('PolicyDocument'))) {
      if (!grants(statement)) continue;
      const action = statement.actions.find((each) => everyAction(each) || each.satisfies(isEveryIotAction));
      if (!action) continue;
      report(action, `${policy.logicalId} allows its devices every action (${action.pattern()})`, {
        fixes: [
          fix(
            'Allow connecting, publishing, subscribing and receiving only',
            'behaviour',
            set(statement.value.get('Action'), DEVICE_ACTIONS),
          ),
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
                    Action: iot:*
                          # ^^^^^
                    Resource: !Sub 'arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:topic/meters/*'
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
                    Action:
                      - iot:Connect
                      - iot:Publish
                      - iot:Receive
                      - iot:Subscribe
                    Resource: !Sub 'arn:\${AWS::Partition}:iot:\${AWS::Region}:\${AWS::AccountId}:topic/meters/*'
      `,
    },
    {
      name: 'in development, as one of several actions',
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
                    Action: [iot:Connect, !If [IsProd, iot:Publish, '*']]
                                                                  # ^^^
                    Resource: '*'
      `,
    },
    {
      name: 'what is denied, and what a parameter without default allows',
      silent: template`
        Parameters:
          Allowed: {Type: String}
        Resources:
          Meter:
            Type: AWS::IoT::Policy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 'iot:*', Resource: '*'}
                  - {Effect: Allow, Action: !Ref Allowed, Resource: '*'}
      `,
    },
  ],
});

function isEveryIotAction(action: string): boolean {
  return /^iot:\*+$/i.test(action);
}
