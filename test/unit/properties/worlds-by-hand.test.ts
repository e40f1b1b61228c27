import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AnalysisOptions, analyze, type Finding } from '#analysis';
import { buildTemplate } from '#model';
import { rules } from '#rules';
import { parseTree } from '#syntax';
import {
  type Assignment,
  allAssignments,
  isTrue,
  type Json,
  type PlainResource,
  type PlainTemplate,
  readWhen,
  resolveByHand,
} from './conditions-by-hand.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);

const DOMAINS = {
  Env: ['dev', 'test', 'prod'],
  Flag: ['true', 'false'],
  Cidr: ['0.0.0.0/0', '10.0.0.0/8'],
  // Any text: its default, what a condition compares it with, something else.
  Free: ['left', 'right', 'something else'],
} as const;

const parameters: PlainTemplate['Parameters'] = {
  Env: { Type: 'String', AllowedValues: [...DOMAINS.Env] },
  Flag: { Type: 'String', AllowedValues: [...DOMAINS.Flag], Default: 'true' },
  Cidr: { Type: 'String', AllowedValues: [...DOMAINS.Cidr] },
  Free: { Type: 'String', Default: 'left' },
};
const mappings: PlainTemplate['Mappings'] = {
  ByEnv: { dev: { On: 'false', Days: '0' }, test: { On: 'false', Days: '7' }, prod: { On: 'true', Days: '30' } },
};
const CONDITIONS = ['C0', 'C1', 'C2'] as const;

/** A condition on parameters and on those written before it. */
function condition(before: readonly string[]): fc.Arbitrary<Json> {
  const equals = fc.constantFrom<Json>(
    ...Object.entries(DOMAINS).flatMap(([name, values]) =>
      values.filter((value) => value !== 'something else').map((value) => ({ 'Fn::Equals': [{ Ref: name }, value] })),
    ),
    { 'Fn::Equals': ['prod', { Ref: 'Env' }] },
  );
  const named = before.map((name) => fc.constant<Json>({ Condition: name }));
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      equals,
      ...named,
      tie('tree').map((one): Json => ({ 'Fn::Not': [one] })),
      fc.tuple(tie('tree'), tie('tree')).map((both): Json => ({ 'Fn::And': both })),
      fc.tuple(tie('tree'), tie('tree')).map((both): Json => ({ 'Fn::Or': both })),
    ),
  }));
  return tree;
}

const NO_VALUE: Json = { Ref: 'AWS::NoValue' };

/** One of some values, by itself or behind conditions. */
function oneOf(...values: readonly Json[]): fc.Arbitrary<Json> {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 3, arbitrary: fc.constantFrom(...values) },
      fc
        .tuple(fc.constantFrom(...CONDITIONS), tie('value'), fc.oneof(tie('value'), fc.constant(NO_VALUE)))
        .map((branches): Json => ({ 'Fn::If': branches })),
      fc
        .tuple(fc.constantFrom(...CONDITIONS), fc.constant(NO_VALUE), tie('value'))
        .map((branches): Json => ({ 'Fn::If': branches })),
    ),
  }));
  return value;
}

const flag = oneOf(true, false, { Ref: 'Flag' }, { 'Fn::FindInMap': ['ByEnv', { Ref: 'Env' }, 'On'] });
const cidr = oneOf('0.0.0.0/0', '10.0.0.0/8', '::/0', { Ref: 'Cidr' });
const port = oneOf(22, 443, 3389, 5432);

/** Properties, each there or not. */
function some(properties: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<Json> {
  return fc.record(properties, { requiredKeys: [] }).map((found) => found as Json);
}

function listOf(item: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const conditional = fc
    .tuple(fc.constantFrom(...CONDITIONS), item, fc.oneof(item, fc.constant(NO_VALUE)))
    .map((branches): Json => ({ 'Fn::If': branches }));
  return fc.array(fc.oneof(item, conditional), { maxLength: 3 });
}

const statement = fc
  .record({
    Effect: oneOf('Allow', 'Deny'),
    Principal: oneOf('*', { AWS: '*' }, { AWS: '123456789012' }, { Service: 'sns.amazonaws.com' }),
    Action: oneOf('s3:GetObject', 's3:*', '*'),
    Resource: oneOf('*', 'arn:aws:s3:::x/*'),
  })
  .map((each): Json => each);
const document = listOf(statement).map((Statement): Json => ({ Version: '2012-10-17', Statement }));
const allowed = fc
  .record({
    Effect: oneOf('Allow', 'Deny'),
    Action: oneOf('s3:GetObject', 'iam:*', '*'),
    Resource: oneOf('*', 'arn:aws:s3:::x'),
  })
  .map((each): Json => each);

const TYPES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  'AWS::S3::Bucket': some({
    AccessControl: oneOf('Private', 'PublicRead', 'PublicReadWrite'),
    VersioningConfiguration: oneOf('Enabled', 'Suspended').map((Status) => ({ Status })),
    PublicAccessBlockConfiguration: some({
      BlockPublicAcls: flag,
      BlockPublicPolicy: flag,
      IgnorePublicAcls: flag,
      RestrictPublicBuckets: flag,
    }),
    LoggingConfiguration: oneOf({ DestinationBucketName: { Ref: 'R0' } }, { LogFilePrefix: 'x' }),
  }),
  'AWS::S3::BucketPolicy': document.map((PolicyDocument) => ({ Bucket: { Ref: 'R0' }, PolicyDocument })),
  'AWS::EC2::SecurityGroup': listOf(
    fc.record({ IpProtocol: oneOf('tcp', '-1'), FromPort: port, ToPort: port, CidrIp: cidr }).map((each): Json => each),
  ).map((SecurityGroupIngress) => ({ GroupDescription: 'g', SecurityGroupIngress })),
  'AWS::EC2::Instance': some({
    SecurityGroupIds: listOf(fc.constant({ Ref: 'R0' })),
    Monitoring: flag,
    NetworkInterfaces: flag.map((AssociatePublicIpAddress) => [{ AssociatePublicIpAddress, DeviceIndex: '0' }]),
    MetadataOptions: oneOf('required', 'optional').map((HttpTokens) => ({ HttpTokens })),
  }),
  'AWS::EC2::Volume': some({ Encrypted: flag, Size: oneOf(1, 2) }),
  'AWS::RDS::DBInstance': some({
    Engine: oneOf('postgres', 'mysql'),
    StorageEncrypted: flag,
    PubliclyAccessible: flag,
    MultiAZ: flag,
    DeletionProtection: flag,
    BackupRetentionPeriod: oneOf(0, 7, { 'Fn::FindInMap': ['ByEnv', { Ref: 'Env' }, 'Days'] }),
  }),
  'AWS::SQS::Queue': some({ SqsManagedSseEnabled: flag, KmsMasterKeyId: oneOf('alias/aws/sqs', { Ref: 'R0' }) }),
  'AWS::SNS::Topic': some({ KmsMasterKeyId: oneOf('alias/aws/sns', { Ref: 'R1' }) }),
  'AWS::KMS::Key': some({ EnableKeyRotation: flag, PendingWindowInDays: oneOf(7, 30) }),
  'AWS::IAM::Role': listOf(allowed).map((Statement) => ({
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }],
  })),
  'AWS::Lambda::Url': some({ AuthType: oneOf('NONE', 'AWS_IAM'), TargetFunctionArn: oneOf({ Ref: 'R0' }, 'x') }),
  'AWS::EFS::FileSystem': some({ Encrypted: flag, BackupPolicy: oneOf({ Status: 'ENABLED' }, { Status: 'DISABLED' }) }),
  'AWS::CloudTrail::Trail': some({
    IsLogging: flag,
    EnableLogFileValidation: flag,
    IsMultiRegionTrail: flag,
    S3BucketName: fc.constant({ Ref: 'R0' }),
  }),
};

const resource: fc.Arbitrary<PlainResource> = fc.constantFrom(...Object.keys(TYPES)).chain((Type) =>
  fc.record(
    {
      Type: fc.constant(Type),
      Condition: fc.constantFrom(...CONDITIONS),
      Properties: TYPES[Type] ?? fc.constant({}),
    },
    { requiredKeys: ['Type', 'Properties'] },
  ),
);

const template: fc.Arbitrary<PlainTemplate> = fc
  .record({
    C0: condition([]),
    C1: condition(['C0']),
    C2: condition(['C0', 'C1']),
    resources: fc.array(resource, { minLength: 1, maxLength: 4 }),
  })
  .map(({ C0, C1, C2, resources }) => ({
    Parameters: parameters,
    Mappings: mappings,
    Conditions: { C0, C1, C2 },
    Resources: Object.fromEntries(resources.map((each, at) => [`R${at}`, each])),
  }));

it('finds in each world what it finds in the template with the conditions resolved by hand', () => {
  fc.assert(fc.property(template, checkTemplate), {
    numRuns,
    ...(process.env.FUZZ_RUNS === undefined && { seed: 7 }),
  });
}, 1_200_000);

function checkTemplate(plain: PlainTemplate): void {
  const findings = analyzed(plain);
  for (const assignment of allAssignments(DOMAINS)) {
    const resolved = resolveByHand(plain, assignment);
    if (!resolved) continue;
    const there = findings.filter(({ resource: of }) =>
      exists(plain.Resources[of?.logicalId ?? ''], plain, assignment),
    );
    const [sure, unsure] = [true, false].map(
      (isSure) => new Set(there.filter((finding) => saysSo(finding, plain, assignment, isSure)).map(nameOf)),
    ) as [Set<string>, Set<string>];
    const expected = new Set(analyzed(resolved).map(nameOf));
    const story = () => `${JSON.stringify(assignment)}\n${JSON.stringify(plain, undefined, 1)}`;
    expect(
      [...sure].filter((name) => !expected.has(name)),
      `found too much with ${story()}`,
    ).toEqual([]);
    const missed = [...expected].filter((name) => !sure.has(name) && !unsure.has(name));
    expect(missed, `found too little with ${story()}`).toEqual([]);
  }
}

function exists(of: PlainResource | undefined, plain: PlainTemplate, assignment: Assignment): boolean {
  if (!of) return false;
  return of.Condition === undefined || isTrue(plain.Conditions[of.Condition], plain, assignment);
}

/** Whether a finding claims to hold in a world; with `isSure` false, whether it leaves open that it does. */
function saysSo({ when }: Finding, plain: PlainTemplate, assignment: Assignment, isSure: boolean): boolean {
  if (when === undefined) return isSure;
  const sentence = readWhen(when, plain);
  return isSure ? sentence.holds(plain, assignment) : sentence.unsure;
}

const options: AnalysisOptions = {
  rules: rules.filter((rule) => rule.on !== 'template'),
  profile: 'strict',
  disabled: new Set(),
  severities: new Map(),
  parameters: new Map(),
};

function analyzed(plain: object): readonly Finding[] {
  const built = buildTemplate(parseTree(JSON.stringify(plain), 'json'));
  if (!built) throw new Error('no template');
  const { findings, faults } = analyze(built, options);
  for (const { error } of faults) throw error;
  return findings.filter((finding) => finding.resource !== undefined);
}

function nameOf({ rule, resource: of }: Finding): string {
  return `${of?.logicalId} ${rule.id}`;
}
