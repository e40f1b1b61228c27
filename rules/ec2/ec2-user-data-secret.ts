import { defineRule, LAUNCH_TYPES, launchSetting, secretsInUserData, template } from '#kit';

export default defineRule({
  id: 'ec2-user-data-secret',
  title: 'Secret stands in user data',
  on: LAUNCH_TYPES,
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: { checkov: ['CKV_AWS_46'], trivy: ['AWS-0029', 'AWS-0129', 'AWS-0122'], kics: ['568cc372'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)', 'SC-28'], 'pci-dss-4': ['8.6.2'] },
  why: 'User data is no secret: whoever may describe the instance reads it, and so does every process on the instance, at the address of its metadata. NoEcho hides a parameter from the console, not from there.',
  remedy: 'Store the secret in Secrets Manager or Parameter Store, and read it at boot with the role of the instance.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html',
  ],
  check(resource, report) {
    const userData = launchSetting(resource, 'UserData');
    if (!userData) return;
    for (const secret of secretsInUserData(userData, resource.template.parameters)) {
      if (secret.kind === 'literal') report(userData, `UserData of ${resource.logicalId} holds ${secret.what}`);
      else {
        const message = `UserData of ${resource.logicalId} is given the secret parameter ${secret.parameter.name}`;
        report(userData, message, { severity: 'high' });
      }
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-12345678
              UserData: export DATABASE_PASSWORD=hunter2-hunter2
                      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a secret parameter is shown to all who read user data',
      bad: template`
        Parameters:
          Secret: {Type: String, NoEcho: true}
        Resources:
          Web:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                UserData: {'Fn::Base64': !Sub 'mysqladmin -u root -p\${Secret} status'}
                        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
          Web:
            Type: AWS::AutoScaling::LaunchConfiguration
            Properties:
              ImageId: ami-12345678
              InstanceType: t3.micro
              UserData: !If [IsProd, ZWNobyBoZWxsbw==, export API_KEY=0123456789abcdef]
                                                     # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'user data that is chosen at deployment, and secrets that are read at boot',
      silent: template`
        Parameters:
          Choice: {Type: String}
        Resources:
          Web:
            Type: AWS::EC2::Instance
            Properties:
              UserData: !Ref Choice
          Reads:
            Type: AWS::EC2::Instance
            Properties:
              UserData:
                Fn::Base64: !Sub |
                  export SECRET_PATH=/web/secret
                  export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id web --query SecretString)
                  export API_TOKEN_FILE=/run/token
                  export PASSWORD=\${Choice}
      `,
    },
  ],
});
