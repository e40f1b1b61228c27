import { anyAccount, defineRule, everyAction, grants, statementsOf, template } from '#kit';

export default defineRule({
  id: 'ec2-vpc-endpoint-policy',
  title: 'VPC endpoint lets everything through',
  on: 'AWS::EC2::VPCEndpoint',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-4'] },
  why: 'The default policy of an endpoint allows every action on every resource, those of other accounts included: a quiet way out for data from a subnet without internet access.',
  remedy: 'Give the endpoint a policy that names the resources, or the organization, it is meant for.',
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
  check(resource, report) {
    const policy = resource.get('PolicyDocument');
    const type = resource.get('VpcEndpointType');
    // Gateway load balancer endpoints have no policy.
    if (!type.isAbsent && !type.is('Gateway', 'Interface')) return;
    const open = statementsOf(policy).find(
      (statement) =>
        grants(statement) &&
        statement.condition.isAbsent &&
        statement.principals.some(anyAccount) &&
        statement.actions.some(everyAction) &&
        statement.resources.some((resourceArn) => resourceArn.is('*')),
    );
    if (policy.isAbsent || open) report(open?.value ?? policy, `${resource.logicalId} lets every request through`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Storage:
        # ^^^^^^^
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-12345678
              ServiceName: com.amazonaws.eu-west-1.s3
      `,
    },
    {
      name: 'open in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Storage:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-12345678
              ServiceName: com.amazonaws.eu-west-1.s3
              PolicyDocument:
                Statement:
                  - Effect: !If [IsProd, Deny, Allow]
                  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                    Principal: '*'
                    Action: '*'
                    Resource: '*'
      `,
    },
    {
      name: 'a resource that is chosen at deployment, and an endpoint that has no policy',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Storage:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-12345678
              ServiceName: com.amazonaws.eu-west-1.s3
              PolicyDocument:
                Statement: [{Effect: Allow, Principal: '*', Action: '*', Resource: !Ref Choice}]
          Firewall:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: vpc-12345678
              VpcEndpointType: GatewayLoadBalancer
              ServiceName: com.amazonaws.vpce.eu-west-1.vpce-svc-12345678
      `,
    },
  ],
});
