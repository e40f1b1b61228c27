import { type Peers, secretRule } from '#kit';

const [APNS, SANDBOX, VOIP, VOIP_SANDBOX] = [
  'AWS::Pinpoint::APNSChannel',
  'AWS::Pinpoint::APNSSandboxChannel',
  'AWS::Pinpoint::APNSVoipChannel',
  'AWS::Pinpoint::APNSVoipSandboxChannel',
];
const [FIREBASE, AMAZON, BAIDU] = [
  'AWS::Pinpoint::GCMChannel',
  'AWS::Pinpoint::ADMChannel',
  'AWS::Pinpoint::BaiduChannel',
];

export default secretRule({
  id: 'pinpoint-literal-key',
  title: 'Key of a push channel stands in the template',
  on: [APNS, SANDBOX, VOIP, VOIP_SANDBOX, FIREBASE, AMAZON, BAIDU],
  severity: 'high',
  why: "With the key anyone can send notifications to the users of the app in the publisher's name.",
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/pinpoint/latest/userguide/channels-mobile-manage.html',
  ],
  secrets: [
    privateKey(APNS, { cfn_nag: ['F57'] }),
    privateKey(SANDBOX, { cfn_nag: ['F42'] }),
    privateKey(VOIP, { cfn_nag: ['F48'] }),
    privateKey(VOIP_SANDBOX, { cfn_nag: ['F46'] }),
    tokenKey(APNS, { cfn_nag: ['F56'] }),
    tokenKey(SANDBOX, { cfn_nag: ['F43'] }),
    tokenKey(VOIP, { cfn_nag: ['F49'] }),
    tokenKey(VOIP_SANDBOX, { cfn_nag: ['F47'] }),
    { path: 'ApiKey', on: [FIREBASE], what: 'API key', name: 'ApiKey', isOwn: false, peers: {} },
    { path: 'ServiceJson', on: [FIREBASE], what: 'Service account key', name: 'ServiceKey', isOwn: false, peers: {} },
    { path: 'ClientSecret', on: [AMAZON], what: 'Client secret', name: 'ClientSecret', isOwn: false, peers: {} },
    { path: 'SecretKey', on: [BAIDU], what: 'Secret key', name: 'SecretKey', isOwn: false, peers: {} },
  ],
  sample: { logicalId: 'Phones', type: APNS, properties: ['ApplicationId: !Ref App'] },
});

function privateKey(type: string, peers: Peers) {
  return { path: 'PrivateKey', on: [type], what: 'Private key', name: 'PrivateKey', isOwn: false, peers };
}

function tokenKey(type: string, peers: Peers) {
  return { path: 'TokenKey', on: [type], what: 'Token key', name: 'TokenKey', isOwn: false, peers };
}
