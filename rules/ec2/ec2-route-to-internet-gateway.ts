import { defineRule, describe, isInternetRoute, isInternetWide, type ResourceView, template } from '#kit';

export default defineRule({
  id: 'ec2-route-to-internet-gateway',
  title: 'Route table leads straight to the internet',
  on: 'AWS::EC2::Route',
  severity: 'low',
  category: 'network',
  profile: 'strict',
  aspect: 'network-exposure',
  peers: { guard: ['NO_UNRESTRICTED_ROUTE_TO_IGW'], cdk_nag: ['VPCNoUnrestrictedRouteToIGW'], kics: ['4f0908b9'] },
  controls: { 'nist-800-53-r5': ['AC-4(21)', 'CM-7'] },
  why: 'Subnets with this route are public: an address and a wide security group are enough to expose what is in them. Subnets for load balancers and NAT gateways need it, others do not.',
  remedy: 'Send the traffic of private subnets to a NAT gateway, and keep this route for public ones.',
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html'],
  check(resource, report) {
    const destination = [resource.get('DestinationCidrBlock'), resource.get('DestinationIpv6CidrBlock')].find(
      isInternetWide,
    );
    if (!destination || !(isInternetRoute(resource) || isNamedSo(resource))) return;
    report(destination, `${resource.logicalId} sends ${describe(destination)} to an internet gateway`);
  },
  examples: [
    {
      name: 'a gateway of another stack, known by its name',
      bad: template`
        Parameters:
          InternetGateway: {Type: String}
        Resources:
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationCidrBlock: 0.0.0.0/0
                                  # ^^^^^^^^^
              GatewayId: !Ref InternetGateway
          Named:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationIpv6CidrBlock: ::/0
                                      # ^^^^
              GatewayId: main-internet-gateway
      `,
    },
    {
      bad: template`
        Resources:
          Gateway:
            Type: AWS::EC2::InternetGateway
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationCidrBlock: 0.0.0.0/0
                                  # ^^^^^^^^^
              GatewayId: !Ref Gateway
      `,
    },
    {
      name: 'in development only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationIpv6CidrBlock: !If [IsProd, 2001:db8::/32, ::/0]
                                                                  # ^^^^
              GatewayId: igw-12345678
      `,
    },
    {
      name: 'a gateway that is chosen at deployment, and a NAT gateway',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Out:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: !Ref Choice
          Nat:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: rtb-12345678
              DestinationCidrBlock: 0.0.0.0/0
              NatGatewayId: nat-12345678
      `,
    },
  ],
});

/** A gateway of another stack, which a parameter or its own name calls an internet gateway. */
function isNamedSo(route: ResourceView): boolean {
  const gateway = route.get('GatewayId');
  const isName = (text: string) => /igw|internet/i.test(text);
  if (gateway.satisfies(isName)) return true;
  return gateway.isUnknown && !gateway.target() && isName(gateway.pattern() ?? '');
}
