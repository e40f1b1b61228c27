import { secretRule } from '#kit';

export default secretRule({
  id: 'emr-literal-password',
  title: 'Kerberos password of an EMR cluster stands in the template',
  on: 'AWS::EMR::Cluster',
  severity: 'high',
  why: 'Whoever has the password of the key distribution centre, or of a trust, can make tickets for any user of the cluster.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html',
  ],
  secrets: [
    {
      path: 'KerberosAttributes.KdcAdminPassword',
      what: 'Password of the key distribution centre',
      name: 'KdcPassword',
      isOwn: true,
      peers: { cfn_nag: ['F65'] },
    },
    {
      path: 'KerberosAttributes.ADDomainJoinPassword',
      what: 'Password that joins the domain',
      name: 'DomainPassword',
      isOwn: false,
      peers: { cfn_nag: ['F63'] },
    },
    {
      path: 'KerberosAttributes.CrossRealmTrustPrincipalPassword',
      what: 'Password of the trust between realms',
      name: 'TrustPassword',
      isOwn: false,
      peers: { cfn_nag: ['F64'] },
    },
  ],
  sample: { logicalId: 'Jobs', type: 'AWS::EMR::Cluster', properties: ['ReleaseLabel: emr-7.10.0'] },
});
