import { append, defineRule, fix, set, template } from '#kit';

const PEERS = { cdk_nag: ['LambdaTracing'], kics: ['9488c451', 'dc1ab429'], security_hub: ['Lambda.7'] };

export default defineRule({
  id: 'lambda-tracing',
  title: 'Calls of a function are not traced',
  on: 'AWS::Lambda::Function',
  severity: 'low',
  category: 'logging',
  profile: 'strict',
  aspect: 'logging-monitoring',
  peers: { ...PEERS, trivy: ['AWS-0066', 'AWS-0125'] },
  controls: { 'nist-800-53-r5': ['AU-12', 'SI-4'] },
  why: 'Without traces nobody sees through which services a call went, and where it was slow or refused. It is a help for operation, and costs by the call.',
  remedy: 'Set the tracing mode to Active.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  check(fn, report) {
    const mode = fn.get('TracingConfig.Mode');
    if (!mode.isNot('Active')) return;
    const role = fn.get('Role').target()?.resource;
    const daemon = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess' };
    // SAM lets the function write traces by itself; elsewhere its role has to.
    const isServerless = fn.authoredType === 'AWS::Serverless::Function';
    const permit = isServerless ? [] : [role && append(role.get('ManagedPolicyArns'), daemon)];
    report(mode, `Calls of ${fn.logicalId} are not traced`, {
      peers: { ...PEERS, trivy: [isServerless ? 'AWS-0125' : 'AWS-0066'] },
      fixes: () => [fix('Trace calls', 'cost', set(mode, 'Active'), ...permit)],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Serverless::Function
            Properties:
              Handler: index.handler
      `,
      good: template`
        Resources:
          Api:
            Type: AWS::Serverless::Function
            Properties:
              Handler: index.handler
              Tracing: Active
      `,
    },
    {
      name: 'the role may write traces',
      bad: template`
        Resources:
          Api:
        # ^^^
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
      `,
      good: template`
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt ApiRole.Arn
              TracingConfig:
                Mode: Active
          ApiRole:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns:
                - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/AWSXRayDaemonWriteAccess'
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
          Api:
            Type: AWS::Lambda::Function
            Properties:
              TracingConfig:
                Mode: !If [IsProd, Active, PassThrough]
                                         # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the mode is a parameter without default',
      silent: template`
        Parameters:
          Mode: {Type: String}
        Resources:
          Api:
            Type: AWS::Lambda::Function
            Properties:
              TracingConfig: {Mode: !Ref Mode}
      `,
    },
  ],
});
