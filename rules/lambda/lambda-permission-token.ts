import { defineRule, hideSecret, secretExposure, secretInPlainSight, secretSource, template } from '#kit';

export default defineRule({
  id: 'lambda-permission-token',
  title: 'Token of an Alexa skill stands in the template',
  on: 'AWS::Lambda::Permission',
  severity: 'high',
  category: 'secrets',
  profile: 'recommended',
  aspect: 'keys-secrets',
  peers: { cfn_nag: ['F45'] },
  controls: { 'nist-800-53-r5': ['IA-5(7)'] },
  why: 'The token is what keeps others’ skills from calling the function; in the template everyone who reads it has it.',
  remedy: 'Pass it in a parameter with NoEcho and without default.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  ],
  check(permission, report) {
    const token = permission.get('EventSourceToken');
    const exposure = secretExposure(token, permission.template);
    if (!exposure) return;
    report(token, `The token of ${permission.logicalId} ${secretInPlainSight(exposure)}`, {
      related: secretSource(exposure),
      fixes: () =>
        hideSecret(
          { of: permission, value: token, name: 'Token', description: 'Token of the Alexa skill', isOwn: false },
          exposure,
        ),
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Skill:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: skill
              Action: lambda:InvokeFunction
              Principal: alexa-appkit.amazon.com
              EventSourceToken: amzn1.ask.skill.1234
                              # ^^^^^^^^^^^^^^^^^^^^
      `,
      good: template`
        Parameters:
          SkillToken:
            Type: String
            NoEcho: true
            Description: Token of the Alexa skill
        Resources:
          Skill:
            Type: AWS::Lambda::Permission
            Properties:
              FunctionName: skill
              Action: lambda:InvokeFunction
              Principal: alexa-appkit.amazon.com
              EventSourceToken: !Ref SkillToken
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
          Skill:
            Type: AWS::Lambda::Permission
            Properties:
              EventSourceToken: !If [IsProd, '{{resolve:secretsmanager:skill}}', amzn1.ask.skill.1234]
                                                                               # ^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a hidden parameter without default',
      silent: template`
        Parameters:
          Token: {Type: String, NoEcho: true}
        Resources:
          Skill:
            Type: AWS::Lambda::Permission
            Properties: {EventSourceToken: !Ref Token}
      `,
    },
  ],
});
