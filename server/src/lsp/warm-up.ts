import { diagnostics, hover } from '#features';
import type { Service } from '#service';

/** Runs everything once on a small template, so that the author's first keystroke does not pay for compiling and loading. */
export function warmUp(service: Service): void {
  service.schema.warm();
  const options = service.options({});
  let document = service.open({ name: 'warm-up.yaml', text: template, language: 'yaml' }, options);
  const at = template.indexOf('Private');
  for (let round = 0; round < ROUNDS; round++) {
    document = service.change(document, [{ span: { start: at, end: at }, newText: 'x' }]);
    document = service.change(document, [{ span: { start: at, end: at + 1 }, newText: '' }]);
    diagnostics(document, 100);
    hover(document, at);
  }
}

/** Enough for the compiler to take notice, little enough not to be noticed: a few milliseconds in all. */
const ROUNDS = 20;

const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Env:
    Type: String
    AllowedValues: [dev, prod]
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
      BucketName: !Sub '\${AWS::StackName}-\${Env}'
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Data.Arn}/*' }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !If [IsProd, 0.0.0.0/0, 10.0.0.0/8] }
`;
