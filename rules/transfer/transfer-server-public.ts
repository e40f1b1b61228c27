import { addParameter, defineRule, type Fix, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'transfer-server-public',
  title: 'Transfer server has a public endpoint',
  on: 'AWS::Transfer::Server',
  severity: 'medium',
  category: 'network',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_AWS_164'] },
  controls: { 'nist-800-53-r5': ['AC-4', 'SC-7'] },
  why: 'The whole internet can try out names, passwords and keys, and no security group stands before a public endpoint. Within a VPC it can be narrowed to partners even when it has public addresses. An endpoint is public unless the template says otherwise.',
  remedy: 'Set EndpointType to VPC, with the VPC, subnets and security groups in EndpointDetails.',
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html'],
  check(server, report) {
    const type = server.get('EndpointType');
    if (!type.isAbsent && !type.is('PUBLIC')) return;
    report(type, `${server.logicalId} has a public endpoint`, { fixes: () => [moveToVpc(server, type)] });
  },
  examples: [
    {
      bad: template`
        Resources:
          Partners:
        # ^^^^^^^^
            Type: AWS::Transfer::Server
      `,
      good: template`
        Parameters:
          PartnersVpc:
            Type: AWS::EC2::VPC::Id
            Description: VPC of the endpoint of Partners
          PartnersSubnets:
            Type: List<AWS::EC2::Subnet::Id>
            Description: Subnets of the endpoint of Partners
          PartnersSecurityGroups:
            Type: List<AWS::EC2::SecurityGroup::Id>
            Description: Security groups of the endpoint of Partners
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: VPC
              EndpointDetails:
                VpcId: !Ref PartnersVpc
                SubnetIds: !Ref PartnersSubnets
                SecurityGroupIds: !Ref PartnersSecurityGroups
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
          Partners:
            Type: AWS::Transfer::Server
            Properties:
              EndpointType: !If [IsProd, VPC, PUBLIC]
                                            # ^^^^^^
              EndpointDetails: !If [IsProd, !ImportValue Endpoint, !Ref AWS::NoValue]
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Endpoint: {Type: String}
        Resources:
          Partners:
            Type: AWS::Transfer::Server
            Properties: {EndpointType: !Ref Endpoint}
      `,
    },
  ],
});

function moveToVpc(server: ResourceView, type: Value): Fix | undefined {
  const details = server.get('EndpointDetails');
  const [vpc, subnets, groups] = ['Vpc', 'Subnets', 'SecurityGroups'].map((name) => `${server.logicalId}${name}`);
  if (!details.isAbsent || !vpc || !subnets || !groups) return undefined;
  const of = `of the endpoint of ${server.logicalId}`;
  return fix(
    'Move the endpoint into a VPC (asks for VPC, subnets and security groups)',
    'behaviour',
    addParameter(vpc, { Type: 'AWS::EC2::VPC::Id', Description: `VPC ${of}` }),
    addParameter(subnets, { Type: 'List<AWS::EC2::Subnet::Id>', Description: `Subnets ${of}` }),
    addParameter(groups, { Type: 'List<AWS::EC2::SecurityGroup::Id>', Description: `Security groups ${of}` }),
    set(type, 'VPC'),
    set(details, { VpcId: { Ref: vpc }, SubnetIds: { Ref: subnets }, SecurityGroupIds: { Ref: groups } }),
  );
}
