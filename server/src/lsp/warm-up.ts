import { diagnostics, hover } from '#features';
import type { Service } from '#service';

/**
 * Runs everything on small templates, so that the author's first file and first keystroke do not pay for compiling and loading. In steps
 * of a few milliseconds: what arrives in between has its turn.
 */
export function warmUp(service: Service, defer: (task: () => void) => void): void {
  const steps = [
    () => service.schema.warm(),
    ...Array.from({ length: ROUNDS }, () => () => type(service)),
    ...looks(service),
  ];
  const next = () => {
    steps.shift()?.();
    if (steps.length > 0) defer(next);
  };
  next();
}

/** Enough for the compiler to take notice. */
const ROUNDS = 5;
const STROKES = 4;
/** Resource types that are looked at together. */
const TYPES_AT_ONCE = 8;

function type(service: Service): void {
  let document = service.open({ name: 'warm-up.yaml', text: template, language: 'yaml' }, service.options({}));
  const at = template.indexOf('Private');
  for (let stroke = 0; stroke < STROKES; stroke++) {
    document = service.change(document, [{ span: { start: at, end: at }, newText: 'x' }]);
    document = service.change(document, [{ span: { start: at, end: at + 1 }, newText: '' }]);
    diagnostics(document, 100);
    hover(document, at);
  }
}

/** A look at a resource of each type that rules look at. */
function looks(service: Service): (() => void)[] {
  const options = service.options({});
  const types = [...new Set(service.rules.flatMap(({ on }) => on))].filter((each) => each.startsWith('AWS::'));
  const groups = Array.from({ length: Math.ceil(types.length / TYPES_AT_ONCE) }, (_, at) =>
    types.slice(at * TYPES_AT_ONCE, (at + 1) * TYPES_AT_ONCE),
  );
  return groups.map((group) => () => {
    const entries = group.map((each, at) => `  R${at}:\n    Type: ${each}\n    Properties: { Name: x }\n`);
    service.open({ name: 'warm-up.yaml', text: `Resources:\n${entries.join('')}`, language: 'yaml' }, options);
  });
}

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
