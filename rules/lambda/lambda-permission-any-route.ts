import { defineRule, template } from '#kit';

export default defineRule({
  id: 'lambda-permission-any-route',
  title: 'All routes of an API may call a function',
  on: 'AWS::Lambda::Permission',
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { kics: ['57b12981'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'Stages and routes added later may call the function too, whether or not they were meant to. Often that is meant.',
  remedy: 'Name the stage, the method and the path in SourceArn.',
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html'],
  check(permission, report) {
    const source = permission.get('SourceArn');
    if (!permission.get('Principal').is('apigateway.amazonaws.com') || !/\/\*\/\*$/.test(source.pattern() ?? ''))
      return;
    report(source, `All stages and routes of the API may call the function (${permission.logicalId})`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: job
              Action: lambda:InvokeFunction
              Principal: apigateway.amazonaws.com
              SourceArn: arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/*
                       # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
          Call:
            Type: AWS::Lambda::Permission
            Properties:
              Principal: apigateway.amazonaws.com
              SourceArn: !If [IsProd, 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/prod/GET/orders', 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/*/*']
                                                                                                         # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'the source is a parameter without default',
      silent: template`
        Parameters:
          Source: {Type: String}
        Resources:
          Call:
            Type: AWS::Lambda::Permission
            Properties: {Principal: apigateway.amazonaws.com, SourceArn: !Ref Source}
      `,
    },
  ],
});
