import { expect, test } from 'vitest';
import { networkGraph } from '#features';
import { createService } from '#service';
import { schema } from '../responsibility/schema.ts';

const service = createService({ rules: [], schema });

/** The edges of a template's graph, a line each: `internet -> Web: tcp 443`, with `?` where the template cannot tell. */
function check(resources: string, expected: readonly string[]): void {
  const document = service.open({ name: 'a.yaml', text: resources, language: 'yaml' }, service.options({}));
  const lines = networkGraph(document)?.edges.map(
    ({ from, to, label, certain, when }) =>
      `${from} ${certain ? '->' : '-?>'} ${to}: ${label}${when ? ` when ${when}` : ''}`,
  );
  expect(lines).toEqual(expected);
}

const balancer = `
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Scheme: internet-facing, SecurityGroups: [!Ref FrontGroup] }
  FrontGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]
`;

test('goes from the internet through a load balancer to what trusts its security group', () => {
  check(
    `Resources:${balancer}
  App:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: { AwsvpcConfiguration: { SecurityGroups: [!Ref AppGroup], Subnets: [subnet-1] } }
  AppGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !GetAtt FrontGroup.GroupId }]
`,
    ['internet -> Front: tcp 443', 'Front -> App: tcp 8080'],
  );
});

test('goes from a listener to its targets', () => {
  check(
    `Resources:${balancer}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { LoadBalancerArn: !Ref Front, Port: 443, Protocol: HTTPS, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }] }
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { Port: 8080, Protocol: HTTP, Targets: [{ Id: !Ref Machine }] }
  Machine:
    Type: AWS::EC2::Instance
`,
    ['internet -> Front: tcp 443', 'Front -> Machine: HTTP 8080'],
  );
});

test('is not sure of a database whose subnets are not in the template, and of none that is private', () => {
  const database = (isPublic: string) => `Resources:
  Db:
    Type: AWS::RDS::DBInstance
    Properties: { VPCSecurityGroups: [!Ref Group]${isPublic} }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 0.0.0.0/0 }]
`;
  check(database(''), ['internet -?> Db: tcp 5432']);
  check(database(', PubliclyAccessible: false'), []);
  check(database(', PubliclyAccessible: true'), ['internet -> Db: tcp 5432']);
});

test('says the condition under which a way is open', () => {
  check(
    `Parameters:
  Env: { Type: String, AllowedValues: [dev, prod] }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:${balancer.replace('internet-facing', '!If [IsProd, internet-facing, internal]')}`,
    ['internet -> Front: tcp 443 when IsProd is true'],
  );
});

test('shows distributions and APIs with what they call', () => {
  check(
    `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties: { DistributionConfig: { Enabled: true, Origins: [{ Id: a, DomainName: !GetAtt Files.RegionalDomainName }] } }
  Files: { Type: AWS::S3::Bucket }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
  Call:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Api, IntegrationUri: !GetAtt Work.Arn }
  Work: { Type: AWS::Lambda::Function }
`,
    ['internet -> Site: HTTP(S)', 'Site -> Files: origin', 'internet -> Api: HTTPS', 'Api -> Work: calls'],
  );
});

test('shows a security group itself where nobody in the template uses it', () => {
  check(
    `Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
`,
    ['internet -?> Group: tcp 22'],
  );
});
