import { addParameter, defineRule, fix, type ResourceView, remove, set, template } from '#kit';

export default defineRule({
  id: 'ec2-client-vpn-all-groups',
  title: 'Client VPN lets every user into a network',
  on: 'AWS::EC2::ClientVpnAuthorizationRule',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6', 'AC-17'] },
  why: 'Everyone in the directory who can sign in, the account of an intern or of a printer among them, reaches the whole network. Endpoints that know people by certificates alone have no groups to choose from.',
  remedy: 'Name in AccessGroupId the group that needs the network.',
  references: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html'],
  check(rule, report) {
    const all = rule.get('AuthorizeAllGroups');
    const endpoint = rule.get('ClientVpnEndpointId').target()?.resource;
    if (!all.is(true) || !endpoint || !knowsGroups(endpoint)) return;
    report(all, `${rule.logicalId} lets every user of ${endpoint.logicalId} into a network`, {
      fixes: [
        fix(
          'Let in the group that a parameter names',
          'replacement',
          remove(all),
          set(rule.get('AccessGroupId'), { Ref: 'VpnGroupId' }),
          addParameter('VpnGroupId', {
            Type: 'String',
            Description:
              'The id of the Active Directory group, or of the group of the identity provider, that may connect',
            MinLength: 1,
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Endpoint:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.100.0.0/22
              ServerCertificateArn: !ImportValue Certificate
              AuthenticationOptions:
                - Type: federated-authentication
                  FederatedAuthentication: {SAMLProviderArn: !ImportValue Provider}
              ConnectionLogOptions: {Enabled: false}
          All:
            Type: AWS::EC2::ClientVpnAuthorizationRule
            Properties:
              ClientVpnEndpointId: !Ref Endpoint
              TargetNetworkCidr: 10.0.0.0/8
              AuthorizeAllGroups: true
                                # ^^^^
      `,
      good: template`
        Parameters:
          VpnGroupId:
            Type: String
            Description: The id of the Active Directory group, or of the group of the identity provider, that may connect
            MinLength: 1
        Resources:
          Endpoint:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              ClientCidrBlock: 10.100.0.0/22
              ServerCertificateArn: !ImportValue Certificate
              AuthenticationOptions:
                - Type: federated-authentication
                  FederatedAuthentication: {SAMLProviderArn: !ImportValue Provider}
              ConnectionLogOptions: {Enabled: false}
          All:
            Type: AWS::EC2::ClientVpnAuthorizationRule
            Properties:
              ClientVpnEndpointId: !Ref Endpoint
              TargetNetworkCidr: 10.0.0.0/8
              AccessGroupId: !Ref VpnGroupId
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
          Endpoint:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              AuthenticationOptions: [{Type: directory-service-authentication}]
          All:
            Type: AWS::EC2::ClientVpnAuthorizationRule
            Properties:
              ClientVpnEndpointId: !Ref Endpoint
              TargetNetworkCidr: 10.0.0.0/8
              AuthorizeAllGroups: !If [IsProd, !Ref AWS::NoValue, true]
                                                                # ^^^^
      `,
    },
    {
      name: 'certificates know no groups, and the endpoint may be of another stack',
      silent: template`
        Parameters:
          Elsewhere: {Type: String}
        Resources:
          Endpoint:
            Type: AWS::EC2::ClientVpnEndpoint
            Properties:
              AuthenticationOptions: [{Type: certificate-authentication}]
          All:
            Type: AWS::EC2::ClientVpnAuthorizationRule
            Properties: {ClientVpnEndpointId: !Ref Endpoint, TargetNetworkCidr: 10.0.0.0/8, AuthorizeAllGroups: true}
          Other:
            Type: AWS::EC2::ClientVpnAuthorizationRule
            Properties: {ClientVpnEndpointId: !Ref Elsewhere, TargetNetworkCidr: 10.0.0.0/8, AuthorizeAllGroups: true}
      `,
    },
  ],
});

function knowsGroups(endpoint: ResourceView): boolean {
  return endpoint
    .get('AuthenticationOptions')
    .items()
    .some((option) => option.get('Type').is('directory-service-authentication', 'federated-authentication'));
}
