import { addParameter, defineRule, fix, type ResourceView, set, template } from '#kit';

export default defineRule({
  id: 'lambda-url-cors',
  title: 'Function URL may be called by pages of every site',
  on: ['AWS::Lambda::Url', 'AWS::Lambda::Function'],
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV2_AWS_75'] },
  controls: { 'nist-800-53-r5': ['AC-4'] },
  why: 'With every origin and every method, any page that a user visits can call the function from the user’s browser and read the answer.',
  remedy: 'List the origins that your pages come from.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html'],
  check(resource, report) {
    for (const url of urlsOf(resource)) {
      const origin = url
        .get('Cors.AllowOrigins')
        .items()
        .find((item) => item.is('*'));
      const isAnyMethod = url
        .get('Cors.AllowMethods')
        .items()
        .some((method) => method.is('*'));
      if (!origin || !isAnyMethod) continue;
      report(origin, `Pages of every site may call the URL ${url.logicalId}, with every method`, {
        fixes: () => [
          fix(
            'Admit only pages of an origin that whoever deploys the stack chooses',
            'behaviour',
            set(origin, { Ref: 'AllowedOrigin' }),
            addParameter('AllowedOrigin', {
              Type: 'String',
              Description: 'Origin of the pages that may call the function, such as https://www.example.com',
              AllowedPattern: '^https://[A-Za-z0-9.-]+(:[0-9]+)?$',
            }),
          ),
        ],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: AWS_IAM
              Cors:
                AllowOrigins: ['*']
                             # ^^^
                AllowMethods: ['*']
      `,
      good: template`
        Parameters:
          AllowedOrigin:
            Type: String
            Description: Origin of the pages that may call the function, such as https://www.example.com
            AllowedPattern: '^https://[A-Za-z0-9.-]+(:[0-9]+)?$'
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: hook
              AuthType: AWS_IAM
              Cors:
                AllowOrigins: [!Ref AllowedOrigin]
                AllowMethods: ['*']
      `,
    },
    {
      name: 'a function of the template, and one of SAM',
      bad: template`
        Resources:
          Answer:
            Type: AWS::Lambda::Function
            Properties: {Handler: index.handler}
          AnswerUrl:
            Type: AWS::Lambda::Url
            Properties:
              TargetFunctionArn: !GetAtt Answer.Arn
              AuthType: AWS_IAM
              Cors:
                AllowOrigins: ['https://example.com', '*']
                                                    # ^^^
                AllowMethods: ['*']
          Form:
            Type: AWS::Serverless::Function
            Properties:
              Handler: index.handler
              FunctionUrlConfig:
                AuthType: AWS_IAM
                Cors:
                  AllowOrigins: ['*']
                               # ^^^
                  AllowMethods: ['*']
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
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              Cors:
                AllowOrigins: !If [IsProd, ['https://example.com'], ['*']]
                                                                   # ^^^
                AllowMethods: ['*']
      `,
    },
    {
      name: 'one method only',
      silent: template`
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              Cors: {AllowOrigins: ['*'], AllowMethods: [GET]}
      `,
    },
    {
      name: 'the origins are a parameter without default',
      silent: template`
        Parameters:
          Origins: {Type: CommaDelimitedList}
        Resources:
          Hook:
            Type: AWS::Lambda::Url
            Properties:
              Cors: {AllowOrigins: !Ref Origins, AllowMethods: ['*']}
      `,
    },
  ],
});

/** What is called is the function: a URL is judged on its own only where it belongs to none of the template. */
function urlsOf(resource: ResourceView): readonly ResourceView[] {
  if (resource.type === 'AWS::Lambda::Url') return functionOf(resource) ? [] : [resource];
  const urls = resource.template.referrers(resource, 'AWS::Lambda::Url');
  return urls.filter((url) => functionOf(url)?.logicalId === resource.logicalId);
}

function functionOf(url: ResourceView): ResourceView | undefined {
  const target = url.get('TargetFunctionArn').target()?.resource;
  return target?.type === 'AWS::Lambda::Function' ? target : undefined;
}
