import {
  defineRule,
  fix,
  IDENTITY_POLICY_TYPES,
  identityPolicyDocuments,
  set,
  statementsOf,
  template,
  type Value,
} from '#kit';

export default defineRule({
  id: 'iam-policy-version',
  title: 'IAM policy is written in the version of 2008',
  on: IDENTITY_POLICY_TYPES,
  severity: 'low',
  category: 'configuration',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: {},
  why: 'In the version of 2008, which also holds when none is given, policy variables are plain text: a policy meant for each user’s own folder then fits nobody, or everybody.',
  remedy: 'Set Version to 2012-10-17.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html'],
  check(identity, report) {
    for (const document of identityPolicyDocuments(identity)) {
      const version = document.get('Version');
      const isOld = version.is('2008-10-17') || (document.isMap && version.isAbsent && hasVariables(document));
      if (!isOld) continue;
      report(version, `A policy of ${identity.logicalId} is in the version of 2008, which knows no policy variables`, {
        fixes: () => [fix('Set the version to 2012-10-17', 'behaviour', set(version, '2012-10-17'))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2008-10-17'
                       # ^^^^^^^^^^^^
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/b'}
      `,
      good: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: '2012-10-17'
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/b'}
      `,
    },
    {
      name: 'variables without a version',
      bad: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
            # ^^^^^^^^^^^^^^
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/\${aws:username}/*'}
      `,
      good: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/\${aws:username}/*'}
                Version: '2012-10-17'
      `,
    },
    {
      name: 'in development',
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: !If [IsDev, '2008-10-17', '2012-10-17']
                                   # ^^^^^^^^^^^^
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/b'}
      `,
    },
    {
      name: 'no version, and no variables',
      silent: template`
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/b'}
      `,
    },
    {
      name: 'the version is a parameter without default',
      silent: template`
        Parameters:
          Version: {Type: String}
        Resources:
          Own:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Version: !Ref Version
                Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/b'}
      `,
    },
  ],
});

function hasVariables(document: Value): boolean {
  return statementsOf(document).some(({ resources }) =>
    resources.some((resource) =>
      resource.satisfies((text) => /\$\{(?:aws|s3|saml|graph|cognito-identity)[:.]/i.test(text)),
    ),
  );
}
