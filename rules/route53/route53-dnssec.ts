import { associatedWith, defineRule, template } from '#kit';

export default defineRule({
  id: 'route53-dnssec',
  title: 'Public hosted zone does not sign its answers',
  on: 'AWS::Route53::HostedZone',
  severity: 'low',
  category: 'encryption-in-transit',
  profile: 'strict',
  aspect: 'network-infrastructure',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-20', 'SC-21'] },
  why: 'Without DNSSEC a resolver cannot tell an answer of the zone from a forged one, and whoever forges it chooses where your users go. Signing needs a key in us-east-1 and a DS record at the parent zone; take both down in the wrong order and the domain is gone for a day.',
  remedy:
    'Add a KeySigningKey with an ECC_NIST_P256 key of KMS in us-east-1, then AWS::Route53::DNSSEC, then the DS record.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html'],
  check(zone, report) {
    if (!zone.get('VPCs').isAbsent || zone.template.isOpen) return;
    const signings = zone.template.resources('AWS::Route53::DNSSEC').map((signing) => signing.get('HostedZoneId'));
    if (signings.some((id) => associatedWith(id, zone, 'Id') || (id.isUnknown && !id.target()))) return;
    report(zone, `${zone.logicalId} does not sign its answers with DNSSEC`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Zone:
        # ^^^^
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
      `,
      good: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
          Signing:
            Type: AWS::Route53::DNSSEC
            DependsOn: Key
            Properties:
              HostedZoneId: !Ref Zone
          Key:
            Type: AWS::Route53::KeySigningKey
            Properties:
              HostedZoneId: !Ref Zone
              KeyManagementServiceArn: !ImportValue ZoneKey
              Name: example
              Status: ACTIVE
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
          Zone:
        # ^^^^
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
          Signing:
            Type: AWS::Route53::DNSSEC
            Condition: IsProd
            Properties:
              HostedZoneId: !Ref Zone
      `,
    },
    {
      name: 'a private zone cannot be signed',
      silent: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: internal
              VPCs: [{VPCId: vpc-0123456789abcdef0, VPCRegion: eu-north-1}]
      `,
    },
    {
      name: 'a signed zone that is not told may be this one',
      silent: template`
        Parameters:
          ZoneId:
            Type: String
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties:
              Name: example.com
          Signing:
            Type: AWS::Route53::DNSSEC
            Properties:
              HostedZoneId: !Ref ZoneId
      `,
    },
  ],
});
