import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-flow-log-traffic',
  title: 'Flow log records half of the traffic',
  on: 'AWS::EC2::FlowLog',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: {},
  controls: { 'nist-800-53-r5': ['AU-12', 'SI-4'] },
  why: 'Rejected traffic shows who tries the doors, accepted traffic who came in and what left. After an incident it is the half that was not recorded that is asked for.',
  remedy: 'Set TrafficType to ALL.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  check(log, report) {
    const traffic = log.get('TrafficType');
    if (!traffic.is('ACCEPT', 'REJECT')) return;
    report(traffic, `${log.logicalId} records only a part of the traffic`, {
      fixes: [fix('Record all traffic (replaces the flow log)', 'replacement', set(traffic, 'ALL'))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Flow:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceType: VPC
              ResourceId: vpc-12345678
              TrafficType: REJECT
                         # ^^^^^^
              LogDestinationType: s3
              LogDestination: arn:aws:s3:::flows
      `,
      good: template`
        Resources:
          Flow:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceType: VPC
              ResourceId: vpc-12345678
              TrafficType: ALL
              LogDestinationType: s3
              LogDestination: arn:aws:s3:::flows
      `,
    },
    {
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Flow:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceType: Subnet
              ResourceId: subnet-12345678
              TrafficType: !If [IsProd, ALL, ACCEPT]
                                           # ^^^^^^
      `,
    },
    {
      name: 'a kind without default is unknown',
      silent: template`
        Parameters:
          Kind: {Type: String}
        Resources:
          Flow:
            Type: AWS::EC2::FlowLog
            Properties:
              ResourceType: VPC
              ResourceId: vpc-12345678
              TrafficType: !Ref Kind
      `,
    },
  ],
});
