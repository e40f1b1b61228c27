import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'elbv2-literal-client-secret',
  title: 'Client secret of a load balancer stands in the template',
  on: ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'],
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'Everyone who reads the repository or the stack can pose as the application to the identity provider, and have users sign in for them.',
  remedy: 'Refer to a secret of Secrets Manager.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html'],
  check(resource, report) {
    const isRule = resource.type === 'AWS::ElasticLoadBalancingV2::ListenerRule';
    for (const action of resource.get(isRule ? 'Actions' : 'DefaultActions').items()) {
      const value = action.get('AuthenticateOidcConfig.ClientSecret');
      const exposure = secretExposure(value, resource.template);
      if (!exposure) continue;
      const description = `Client secret with which ${resource.logicalId} signs users in`;
      report(value, `The client secret of ${resource.logicalId} ${secretInPlainSight(exposure)}`, {
        related: secretSource(exposure),
        severity: exposure.kind === 'echo' ? 'high' : 'critical',
        fixes: () => hideSecret({ of: resource, value, name: 'ClientSecret', description, isOwn: false }, exposure),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !ImportValue Balancer
              DefaultActions:
                - Type: authenticate-oidc
                  AuthenticateOidcConfig:
                    ClientId: shop
                    ClientSecret: not-a-secret-any-more
                                # ^^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          HttpsClientSecret:
            Type: String
            NoEcho: true
            Description: Client secret with which Https signs users in
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !ImportValue Balancer
              DefaultActions:
                - Type: authenticate-oidc
                  AuthenticateOidcConfig:
                    ClientId: shop
                    ClientSecret: !Ref HttpsClientSecret
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
          Admin:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              Actions:
                - Type: authenticate-oidc
                  AuthenticateOidcConfig:
                    ClientSecret: !If [IsProd, '{{resolve:secretsmanager:shop}}', test]
                                                                                # ^^^^
      `,
    },
    {
      name: 'the secret that is there already is used, or a hidden parameter',
      silent: template`
        Parameters:
          Secret: {Type: String, NoEcho: true}
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              DefaultActions:
                - {Type: authenticate-oidc, AuthenticateOidcConfig: {ClientId: shop, UseExistingClientSecret: true}}
                - {Type: authenticate-oidc, AuthenticateOidcConfig: {ClientId: shop, ClientSecret: !Ref Secret}}
      `,
    },
  ],
});
