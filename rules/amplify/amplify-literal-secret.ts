import { secretRule } from '#kit';

const APP = ['AWS::Amplify::App'];
const BRANCH = ['AWS::Amplify::Branch'];

export default secretRule({
  id: 'amplify-literal-secret',
  title: 'Token or password of an Amplify app stands in the template',
  on: [...APP, ...BRANCH],
  severity: 'high',
  why: 'The token can read, and mostly write, the source repository; the password is all that keeps visitors out of a branch that is not public yet.',
  remedy: 'Refer to a secret of Secrets Manager, or pass it in a parameter with NoEcho.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    'https://docs.aws.amazon.com/amplify/latest/userguide/access-control.html',
  ],
  secrets: [
    {
      path: 'AccessToken',
      on: APP,
      what: 'Access token',
      name: 'AccessToken',
      isOwn: false,
      peers: { cfn_nag: ['F41'], kics: ['73980e43'] },
    },
    {
      path: 'OauthToken',
      on: APP,
      what: 'OAuth token',
      name: 'OauthToken',
      isOwn: false,
      peers: { cfn_nag: ['F58'], kics: ['03b38885'] },
    },
    {
      path: 'BasicAuthConfig.Password',
      on: APP,
      what: 'Password',
      name: 'Password',
      isOwn: true,
      peers: { cfn_nag: ['F50'], kics: ['71493c8b'] },
    },
    {
      path: 'AutoBranchCreationConfig.BasicAuthConfig.Password',
      on: APP,
      what: 'Password of new branches',
      name: 'BranchPassword',
      isOwn: true,
      peers: {},
    },
    {
      path: 'BasicAuthConfig.Password',
      on: BRANCH,
      what: 'Password',
      name: 'Password',
      isOwn: true,
      peers: { cfn_nag: ['F60'], kics: ['dfb56e5d'] },
    },
  ],
  sample: { logicalId: 'Site', type: 'AWS::Amplify::App', properties: ['Name: site'] },
});
