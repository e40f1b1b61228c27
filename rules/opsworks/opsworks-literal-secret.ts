import { secretRule } from '#kit';

const STACK = ['AWS::OpsWorks::Stack'];
const APP = ['AWS::OpsWorks::App'];

export default secretRule({
  id: 'opsworks-literal-secret',
  title: 'Password or key of an OpsWorks stack or app stands in the template',
  on: [...STACK, ...APP],
  severity: 'high',
  why: 'AWS closed OpsWorks Stacks in May 2024, so the resource cannot be deployed any more, but the password or key that stands here may still open what it was made for.',
  remedy: 'Replace the secret where it is used, and take it out of the template.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html'],
  secrets: [
    {
      path: 'CustomCookbooksSource.Password',
      on: STACK,
      what: 'Password of the cookbooks',
      name: 'CookbooksPassword',
      isOwn: false,
      peers: { cfn_nag: ['F62'] },
    },
    {
      path: 'CustomCookbooksSource.SshKey',
      on: STACK,
      what: 'SSH key of the cookbooks',
      name: 'CookbooksKey',
      isOwn: false,
      peers: {},
    },
    {
      path: 'RdsDbInstances[].DbPassword',
      on: STACK,
      what: 'Database password',
      name: 'DbPassword',
      isOwn: false,
      peers: { cfn_nag: ['F54'] },
    },
    {
      path: 'AppSource.Password',
      on: APP,
      what: 'Password of the source',
      name: 'SourcePassword',
      isOwn: false,
      peers: { cfn_nag: ['F67'] },
    },
    { path: 'AppSource.SshKey', on: APP, what: 'SSH key of the source', name: 'SourceKey', isOwn: false, peers: {} },
    {
      path: 'SslConfiguration.PrivateKey',
      on: APP,
      what: 'Private key',
      name: 'PrivateKey',
      isOwn: false,
      peers: { cfn_nag: ['F61'] },
    },
  ],
  sample: { logicalId: 'Shop', type: 'AWS::OpsWorks::Stack', properties: ['Name: shop'] },
});
