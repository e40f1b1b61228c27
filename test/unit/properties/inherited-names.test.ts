import { expect, it } from 'vitest';
import { hover } from '#features';
import { options, service } from './templates.ts';

/** A template in which a name stands wherever an author may choose one. */
const templateWith = (name: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  A:
    Type: AWS::Serverless::Function
    Properties:
      ${name}: 1
      Events: {${name}: {Type: ${name}, Properties: {${name}: 1}}}
      Policies: [{${name}: {}}, ${name}]
      DeadLetterQueue: {Type: ${name}, TargetArn: a}
  ${name}: {Type: AWS::S3::Bucket}
  B: {Type: ${name}}
  C: {Type: 'AWS::Serverless::${name}', Properties: {a: b}}
  D: {Type: AWS::Serverless::Api, Properties: {${name}: 1, Auth: {${name}: {}}}}
  E: {Type: AWS::Serverless::SimpleTable, Properties: {${name}: 1}}
  F: {Type: AWS::Serverless::StateMachine, Properties: {${name}: 1}}
  G: {Type: AWS::Serverless::HttpApi, Properties: {${name}: 1}}
  H:
    Type: AWS::IAM::Role
    Properties:
      ${name}: 1
      ManagedPolicyArns: [${name}, 'arn:aws:iam::aws:policy/${name}']
      Policies:
        - PolicyDocument:
            Statement:
              - {Effect: Allow, Action: ['${name}:*', ${name}], Resource: '*', Condition: {${name}: {${name}: x}}}
  I: {Type: AWS::EC2::SecurityGroup, Properties: {SecurityGroupIngress: [{IpProtocol: ${name}, CidrIp: 0.0.0.0/0}]}}
  J: {Type: AWS::RDS::DBInstance, Properties: {Engine: ${name}, EngineVersion: ${name}}}
  K: {Type: AWS::Lambda::Function, Properties: {Runtime: ${name}}}
Outputs:
  O: {Value: !Ref ${name}}
  P: {Value: !GetAtt ${name}.${name}}
  Q: {Value: !${name} x}
`;

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'takes %s for a name like any other',
  (name) => {
    const text = templateWith(name);
    const document = service.open({ name: 'template.yaml', text, language: 'yaml' }, options);
    expect(document.analysis?.faults.map(({ rule, error }) => [rule, String(error)])).toEqual([]);
    for (let offset = 0; offset <= text.length; offset++) {
      expect(hover(document, offset)?.markdown ?? '').not.toContain('[native code]');
    }
  },
);
