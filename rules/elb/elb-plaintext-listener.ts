import { defineRule, describe, template } from '#kit';

export default defineRule({
  id: 'elb-plaintext-listener',
  title: 'Classic load balancer serves clients without TLS',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'recommended',
  aspect: 'encryption-in-transit',
  peers: {
    guard: ['ELB_TLS_HTTPS_LISTENERS_ONLY'],
    cdk_nag: ['ELBTlsHttpsListenersOnly', 'AwsSolutions-ELB5'],
    kics: ['80908a75'],
    security_hub: ['ELB.3'],
  },
  controls: { 'aws-fsbp': ['ELB.3'], 'nist-800-53-r5': ['SC-8', 'SC-8(1)', 'SC-13'], 'pci-dss-4': ['4.2.1'] },
  why: 'Whoever is on the way between the client and the load balancer reads and changes what plain HTTP carries, session cookies and passwords included. A TCP listener may pass TLS through to the server, so it weighs less.',
  remedy:
    'Serve HTTPS or SSL with a certificate; a classic load balancer cannot redirect, an application load balancer can.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html'],
  check(resource, report) {
    for (const listener of resource.get('Listeners').items()) {
      const protocol = listener.get('Protocol');
      const isHttp = protocol.satisfies((text) => text.toUpperCase() === 'HTTP');
      const isTcp = protocol.satisfies((text) => text.toUpperCase() === 'TCP');
      if (protocol.isAbsent) {
        report(listener, `A listener of ${resource.logicalId} does not say that it speaks TLS`, { severity: 'medium' });
        continue;
      }
      if (!isHttp && !isTcp) continue;
      const port = describe(listener.get('LoadBalancerPort'));
      report(
        protocol,
        `${resource.logicalId} serves ${describe(protocol)} without TLS${port ? ` on port ${port}` : ''}`,
        {
          severity: isTcp ? 'low' : resource.get('Scheme').is('internal') ? 'medium' : 'high',
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {Protocol: HTTP, LoadBalancerPort: '80', InstancePort: '80'}
                           # ^^^^
                - {Protocol: TCP, LoadBalancerPort: '5671', InstancePort: '5671'}
                           # ^^^
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
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {Protocol: !If [IsProd, HTTPS, HTTP], LoadBalancerPort: '443', InstancePort: '80'}
                                               # ^^^^
      `,
    },
    {
      name: 'no protocol at all',
      bad: template`
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {LoadBalancerPort: '80', InstancePort: '80'}
                # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'chosen at deployment, and TLS',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Front:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - {Protocol: !Ref Choice, LoadBalancerPort: '443', InstancePort: '80'}
                - {Protocol: SSL, LoadBalancerPort: '8443', InstancePort: '80'}
      `,
    },
  ],
});
