import { defineRule, fix, remove, secretSetting, template } from '#kit';

export default defineRule({
  id: 'codebuild-env-secret',
  title: 'Secret stands in the environment of a build',
  on: 'AWS::CodeBuild::Project',
  severity: 'critical',
  category: 'secrets',
  profile: 'essential',
  aspect: 'keys-secrets',
  peers: {
    guard: ['CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK'],
    cdk_nag: ['CodeBuildProjectEnvVarAwsCred'],
    security_hub: ['CodeBuild.2'],
  },
  controls: { 'aws-fsbp': ['CodeBuild.2'], 'nist-800-53-r5': ['IA-5(7)'], 'pci-dss-4': ['8.3.2'] },
  why: 'Plain variables are shown in the console and by the command line, and builds print them; access keys there outlive every build.',
  remedy: 'Set Type to SECRETS_MANAGER or PARAMETER_STORE; for AWS itself the build has its role.',
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html'],
  check(project, report) {
    for (const variable of project.get('Environment.EnvironmentVariables').items()) {
      if (!variable.get('Type').isNot('SECRETS_MANAGER', 'PARAMETER_STORE')) continue;
      const name = variable.get('Name');
      const value = variable.get('Value');
      const isKey = name.is('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
      const secret = secretSetting(name.pattern() ?? '', value);
      if (!secret && !(isKey && value.isGiven)) continue;
      report(
        value,
        `${name.pattern() ?? 'A variable'} of ${project.logicalId} is ${secret ?? 'an AWS access key'} in clear text`,
        {
          peers: isKey ? undefined : { security_hub: ['CodeBuild.2'] },
          fixes: () => [isKey ? fix('Remove it: the build has its role', 'behaviour', remove(variable)) : undefined],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables:
                  - Name: STAGE
                    Value: test
                  - Name: AWS_ACCESS_KEY_ID
                    Value: AKIAIOSFODNN7EXAMPLE
                         # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables:
                  - Name: STAGE
                    Value: test
      `,
    },
    {
      name: 'a token, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables:
                  - {Name: NPM_TOKEN, Value: !If [IsProd, none, 0123456789abcdef]}
                                                              # ^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'read from where it is kept',
      silent: template`
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables: [{Name: NPM_TOKEN, Type: SECRETS_MANAGER, Value: 'npm-token:key'}]
      `,
    },
    {
      name: 'the type is a parameter without default',
      silent: template`
        Parameters:
          Given: {Type: String}
        Resources:
          Build:
            Type: AWS::CodeBuild::Project
            Properties:
              Environment:
                EnvironmentVariables: [{Name: NPM_TOKEN, Type: !Ref Given, Value: 0123456789abcdef}]
      `,
    },
  ],
});
