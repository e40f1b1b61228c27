import { cidrScope, defineRule, type ResourceView, template, type Value } from '#kit';

export default defineRule({
  id: 'route53-private-address',
  title: 'Public zone shows an address of the inner network',
  on: ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'],
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: {},
  controls: { 'nist-800-53-r5': ['SC-7', 'SC-20'] },
  why: 'Anyone can ask a public zone, and learns names and addresses of the network behind it. A private zone answers only within the VPCs it is associated with.',
  remedy: 'Move the record to a private hosted zone.',
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html'],
  check(resource, report) {
    const isGroup = resource.type === 'AWS::Route53::RecordSetGroup';
    for (const record of isGroup ? resource.get('RecordSets').items() : [resource.properties]) {
      const zone = zoneOf(record) ?? zoneOf(resource.properties);
      if (!zone?.get('VPCs').isAbsent || !record.get('Type').is('A', 'AAAA')) continue;
      const inner = record.get('ResourceRecords').items().find(isPrivate);
      if (inner) report(inner, `${resource.logicalId} shows an inner address to everyone who asks ${zone.logicalId}`);
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties: {Name: example.com}
          Database:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneId: !Ref Zone
              Name: db.example.com
              Type: A
              TTL: '300'
              ResourceRecords: [10.0.1.17]
                              # ^^^^^^^^^
      `,
      good: template`
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties: {Name: example.com, VPCs: [{VPCId: vpc-12345678, VPCRegion: eu-west-1}]}
          Database:
            Type: AWS::Route53::RecordSet
            Properties:
              HostedZoneId: !Ref Zone
              Name: db.example.com
              Type: A
              TTL: '300'
              ResourceRecords: [10.0.1.17]
      `,
    },
    {
      name: 'in a group, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties: {Name: example.com}
          Hosts:
            Type: AWS::Route53::RecordSetGroup
            Properties:
              HostedZoneId: !Ref Zone
              RecordSets:
                - Name: app.example.com
                  Type: A
                  ResourceRecords: [!If [IsProd, 198.51.100.7, 192.168.1.7]]
                                                             # ^^^^^^^^^^^
      `,
    },
    {
      name: 'a zone of another stack, or an address that is chosen at deployment',
      silent: template`
        Parameters:
          ZoneId: {Type: String}
          Address: {Type: String}
        Resources:
          Zone:
            Type: AWS::Route53::HostedZone
            Properties: {Name: example.com}
          Elsewhere:
            Type: AWS::Route53::RecordSet
            Properties: {HostedZoneId: !Ref ZoneId, Name: db.example.com, Type: A, ResourceRecords: [10.0.1.17]}
          Chosen:
            Type: AWS::Route53::RecordSet
            Properties: {HostedZoneId: !Ref Zone, Name: app.example.com, Type: A, ResourceRecords: [!Ref Address]}
      `,
    },
  ],
});

function zoneOf(record: Value): ResourceView | undefined {
  const zone = record.get('HostedZoneId').target()?.resource;
  return zone?.type === 'AWS::Route53::HostedZone' ? zone : undefined;
}

/** An address of a network’s inside; loopback addresses in DNS are a common way to sink a name. */
function isPrivate(address: Value): boolean {
  return address.satisfies((text) => cidrScope(text) === 'private' && !text.startsWith('127.'));
}
