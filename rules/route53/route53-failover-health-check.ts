import { defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'route53-failover-health-check',
  title: 'Failover record never fails over',
  on: ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'],
  severity: 'medium',
  category: 'resilience',
  profile: 'strict',
  aspect: 'backup-durability',
  peers: {},
  controls: { 'nist-800-53-r5': ['CP-10', 'SC-36'] },
  why: 'A primary record without a health check always counts as healthy, so Route 53 goes on answering with it when it is down and the secondary is never used.',
  remedy: 'Give the primary record a HealthCheckId, or set EvaluateTargetHealth on an alias.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html'],
  check(resource, report) {
    const isGroup = resource.type === 'AWS::Route53::RecordSetGroup';
    for (const record of isGroup ? resource.get('RecordSets').items() : [resource.properties]) {
      const failover = record.get('Failover');
      const evaluates = record.get('AliasTarget.EvaluateTargetHealth');
      if (!failover.is('PRIMARY') || !record.get('HealthCheckId').isAbsent || !evaluates.isNot(true)) continue;
      const isAlias = record.get('AliasTarget').isMap;
      const name = isGroup ? (record.get('Name').pattern() ?? 'a record') : resource.logicalId;
      report(
        isAlias && evaluates.isGiven ? evaluates : failover,
        `${name} never fails over: nothing checks its health`,
        {
          fixes: [
            isAlias ? fix('Look at the health of the alias’s target', 'behaviour', set(evaluates, true)) : undefined,
          ],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Primary:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.com
              Type: A
              Failover: PRIMARY
              SetIdentifier: primary
              AliasTarget:
                DNSName: !ImportValue Balancer
                HostedZoneId: !ImportValue BalancerZone
                EvaluateTargetHealth: false
                                    # ^^^^^
      `,
      good: template`
        Resources:
          Primary:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.com
              Type: A
              Failover: PRIMARY
              SetIdentifier: primary
              AliasTarget:
                DNSName: !ImportValue Balancer
                HostedZoneId: !ImportValue BalancerZone
                EvaluateTargetHealth: true
      `,
    },
    {
      when: 'HasCheck is false',
      bad: template`
        Parameters:
          Check:
            Type: String
        Conditions:
          HasCheck: !Not [!Equals [!Ref Check, '']]
        Resources:
          Primary:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.com
              Type: A
              Failover: PRIMARY
                      # ^^^^^^^
              SetIdentifier: primary
              HealthCheckId: !If [HasCheck, !Ref Check, !Ref AWS::NoValue]
              ResourceRecords: [192.0.2.1]
      `,
    },
    {
      name: 'a secondary record needs no check',
      silent: template`
        Resources:
          Secondary:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.com
              Type: A
              Failover: SECONDARY
              SetIdentifier: secondary
              ResourceRecords: [192.0.2.2]
      `,
    },
    {
      name: 'a check without default is unknown',
      silent: template`
        Parameters:
          Check:
            Type: String
        Resources:
          Primary:
            Type: AWS::Route53::RecordSet
            Properties:
              Name: www.example.com
              Type: A
              Failover: PRIMARY
              SetIdentifier: primary
              HealthCheckId: !Ref Check
              ResourceRecords: [192.0.2.1]
      `,
    },
  ],
});
