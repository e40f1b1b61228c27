import { defineRule, fix, isEmptyList, type Peers, type ResourceView, set, template, type Value } from '#kit';

const PEERS = {
  checkov: ['CKV_AWS_2', 'CKV_AWS_103'],
  cfn_nag: ['W56'],
  guard: ['ELBV2_LISTENER_PROTOCOL_RULE'],
  trivy: ['AWS-0054'],
  cdk_nag: ['ALBHttpToHttpsRedirection'],
  kics: ['275a3217'],
  security_hub: ['ELB.1', 'ELB.18'],
};
/** The others ask every listener for a certificate, whatever it serves. */
const WITHOUT_CERTIFICATE: Peers = {
  ...PEERS,
  guard: [...PEERS.guard, 'ELBV2_ACM_CERTIFICATE_REQUIRED'],
  cdk_nag: [...PEERS.cdk_nag, 'ELBv2ACMCertificateRequired'],
};

export default defineRule({
  id: 'elbv2-listener-plaintext',
  title: 'Load balancer serves plain HTTP',
  on: 'AWS::ElasticLoadBalancingV2::Listener',
  severity: 'high',
  category: 'encryption-in-transit',
  profile: 'essential',
  aspect: 'encryption-in-transit',
  peers: WITHOUT_CERTIFICATE,
  controls: {
    'aws-fsbp': ['ELB.1'],
    'nist-800-53-r5': ['AC-17(2)', 'SC-8', 'SC-8(1)', 'SC-13', 'SC-23'],
    'pci-dss-4': ['4.2.1'],
  },
  why: 'Whoever is on the way between the client and the load balancer reads and changes what plain HTTP carries, session cookies and passwords included. A redirect keeps old links working and carries nothing else; what an internal load balancer carries stays in the VPC, so it weighs less.',
  remedy: 'Redirect HTTP to HTTPS, and serve the application from an HTTPS listener with a certificate.',
  references: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-redirectconfig.html',
  ],
  check(listener, report) {
    const protocol = listener.get('Protocol');
    const isUnsaid = protocol.isAbsent && !mayBeOfGateway(listener);
    if (!protocol.is('HTTP') && !isUnsaid) return;
    const actions = listener.get('DefaultActions');
    if (actions.isOpen || actions.items().some(mayRedirect)) return;
    const isInternal = listener.get('LoadBalancerArn').target()?.resource.get('Scheme').is('internal');
    const certificates = listener.get('Certificates');
    const peers = certificates.isAbsent || isEmptyList(certificates) ? WITHOUT_CERTIFICATE : PEERS;
    if (isUnsaid) {
      report(protocol, `${listener.logicalId} does not say which protocol it serves`, { severity: 'medium', peers });
      return;
    }
    report(protocol, `${listener.logicalId} serves HTTP without a redirect to HTTPS`, {
      severity: isInternal ? 'medium' : 'high',
      peers,
      fixes: [fix('Redirect to HTTPS (needs an HTTPS listener on port 443)', 'behaviour', set(actions, [REDIRECT]))],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Http:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Balancer
              Port: 80
              Protocol: HTTP
                      # ^^^^
              DefaultActions:
                - Type: forward
                  TargetGroupArn: !Ref Servers
      `,
      good: template`
        Resources:
          Http:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Balancer
              Port: 80
              Protocol: HTTP
              DefaultActions:
                - Type: redirect
                  RedirectConfig:
                    Protocol: HTTPS
                    Port: '443'
                    StatusCode: HTTP_301
      `,
    },
    {
      name: 'a redirect from HTTP to HTTP is none to HTTPS',
      bad: template`
        Resources:
          Http:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTP
                      # ^^^^
              DefaultActions:
                - Type: redirect
                  RedirectConfig: {Host: example.com, StatusCode: HTTP_301}
      `,
    },
    {
      name: 'HTTP where there is no certificate',
      when: 'HasCertificate is false',
      bad: template`
        Parameters:
          Certificate:
            Type: String
            Default: ''
        Conditions:
          HasCertificate: !Not [!Equals [!Ref Certificate, '']]
        Resources:
          Listener:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Balancer
              Protocol: !If [HasCertificate, HTTPS, HTTP]
                                                  # ^^^^
              DefaultActions:
                - {Type: forward, TargetGroupArn: !Ref Servers}
      `,
    },
    {
      name: 'a listener with a port, but without protocol',
      bad: template`
        Resources:
          Front:
        # ^^^^^
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !ImportValue Balancer
              Port: 80
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Servers}]
      `,
    },
    {
      name: 'listeners of gateway load balancers have no protocol',
      silent: template`
        Resources:
          Firewalls:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Type: gateway}
          All:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !Ref Firewalls
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Appliances}]
          Elsewhere:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              LoadBalancerArn: !ImportValue Firewalls
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Appliances}]
      `,
    },
    {
      name: 'HTTPS, a redirect to HTTPS, one that keeps the unknown, and protocols that are not HTTP',
      silent: template`
        Parameters:
          Protocol:
            Type: String
        Resources:
          Https:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTPS
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Servers}]
          Redirect:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTP
              DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS, StatusCode: HTTP_301}}]
          Chosen:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: !Ref Protocol
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Servers}]
          ChosenRedirect:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: HTTP
              DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: !Ref Protocol, StatusCode: HTTP_301}}]
          Tcp:
            Type: AWS::ElasticLoadBalancingV2::Listener
            Properties:
              Protocol: TCP
              DefaultActions: [{Type: forward, TargetGroupArn: !Ref Servers}]
      `,
    },
  ],
});

const REDIRECT = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } };

/** Whether an action sends the client to HTTPS, as far as the template can tell. */
function mayRedirect(action: Value): boolean {
  if (action.get('Type').isNot('redirect')) return false;
  return !action.get('RedirectConfig.Protocol').isNot('HTTPS');
}

/** Listeners of a gateway load balancer have neither port nor protocol; all others need both. */
function mayBeOfGateway(listener: ResourceView): boolean {
  const balancer = listener.get('LoadBalancerArn');
  if (!listener.get('Port').isAbsent || balancer.isAbsent) return false;
  const type = balancer.target()?.resource.get('Type');
  return !type?.isAbsent && !type?.is('application', 'network');
}
