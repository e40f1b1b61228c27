import { describe, expect, test } from 'vitest';
import type { Rule } from '#analysis';
import { hover, toPlainText } from '#features';
import { responsibilityOf } from '#responsibility';
import { createService } from '#service';
import { schema } from '../responsibility/schema.ts';
import { namelessBucket, publicBucket } from './analysed.ts';

const openDatabase: Rule = {
  ...publicBucket,
  id: 'rds-public-access',
  title: 'Database is public',
  on: 'AWS::RDS::DBInstance',
  severity: 'critical',
  controls: { 'aws-fsbp': ['RDS.2'], 'pci-dss-4': ['1.4.4'] },
  why: 'Anyone can knock.',
  remedy: 'Set PubliclyAccessible to false.',
  check(database, report) {
    const value = database.get('PubliclyAccessible');
    const target = value.writeTarget;
    const fix = target && {
      title: 'Make it private',
      safety: 'behaviour' as const,
      intents: [{ kind: 'set' as const, target, value: false }],
    };
    if (value.is(true)) report(value, 'The database is public', { fixes: [fix] });
  },
};

const service = createService({
  rules: [publicBucket, namelessBucket, openDatabase],
  schema,
  responsibilities: { of: responsibilityOf },
  pageOf: (rule) => `https://pages/${rule}`,
});

/** The Markdown of the hover at the `$0`, and the text it is about. */
function at(text: string, language: 'yaml' | 'json' = 'yaml'): { about: string; markdown: string } {
  const offset = text.indexOf('$0');
  const clean = text.replace('$0', '');
  const document = service.open({ name: `a.${language}`, text: clean, language }, service.options({}));
  const found = hover(document, offset, {
    fix: (_, fix) => `command:fix?${fix.title.length}`,
    map: () => 'command:map',
  });
  return { about: found ? clean.slice(found.span.start, found.span.end) : '', markdown: found?.markdown ?? '' };
}

const resource = (type: string, ...properties: readonly string[]) =>
  `Resources:\n  Thing:\n    Type: ${type}\n    Properties:\n${properties.map((line) => `      ${line}\n`).join('')}`;
const statement = (line: string) =>
  resource('AWS::IAM::ManagedPolicy', 'PolicyDocument:', '  Statement:', `    - ${line}`);
const group = (line: string) => resource('AWS::EC2::SecurityGroup', 'GroupDescription: x', line);

describe('a hover on a resource', () => {
  const bucket = resource('AWS::S3::Buc$0ket', 'AccessControl: PublicRead', 'BucketName: x');

  test('says what it is, its class, whose each part is, and what to do next', () => {
    expect(at(bucket).markdown.split('\n\n')).toEqual([
      expect.stringMatching(
        /^\*\*AWS::S3::Bucket\*\* · Amazon S3 · \[AWS documentation\]\(https:\/\/docs\.aws\.amazon\.com\/\S+\)$/,
      ),
      expect.stringContaining('It holds data, which a replacement loses.'),
      expect.stringMatching(/^Abstracted service: /),
      [
        '| Your part | Here |',
        '| --- | --- |',
        '| Identity and access | ? no active rule can tell |',
        '| Network exposure | ▲ **open**, high: The bucket is public ([public-bucket](https://pages/public-bucket)) |',
        '| Encryption at rest | ? no active rule can tell |',
        '| Encryption in transit | ? no active rule can tell |',
        '| Keys and secrets | ? no active rule can tell |',
        '| Logging and monitoring | ? no active rule can tell |',
        '| Backup and durability | ? no active rule can tell |',
      ].join('\n'),
      'AWS carries physical facilities, hardware and virtualization, network infrastructure, operating system patching, platform patching and media sanitization.',
      '**Next:** [Make the bucket private](command:fix?23) · [Responsibility map](command:map)',
    ]);
  });

  test('offers what to do next for the text as it is, also while another resource does not parse', () => {
    const clean = bucket.replace('$0', '');
    const document = service.open({ name: 'a.yaml', text: clean }, service.options({}));
    const next = (broken: string, from: string) => {
      const start = clean.indexOf(from) + from.length;
      const typed = service.change(document, [{ span: { start, end: start }, newText: broken }]);
      return hover(typed, clean.indexOf('AWS::S3'))?.markdown.includes('**Next:**');
    };
    expect(next('\n  More: {', 'BucketName: x')).toBe(true);
    expect(next('\n      Tags: [', 'BucketName: x')).toBe(false);
  });

  test('is plain text for a client that shows no Markdown', () => {
    const text = toPlainText(at(bucket).markdown);
    expect(text).toContain(
      'Network exposure: ▲ open, high: The bucket is public (public-bucket (https://pages/public-bucket))',
    );
    expect(text).toContain('Next: Make the bucket private · Responsibility map');
    expect(text).not.toMatch(/^\||command:|\*\*/m);
  });

  const cases: readonly [claim: string, text: string, says: readonly string[]][] = [
    [
      'done where a rule looks and is silent',
      resource('AWS::S3::Buc$0ket', 'AccessControl: Private', 'BucketName: x'),
      ['| Network exposure | ✓ done |'],
    ],
    [
      'done with a note where the author ignores the finding',
      `Resources:\n  # remit-ignore public-bucket: a site\n  Th$0ing:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n      BucketName: x\n`,
      ['| Network exposure | ✓ done, 1 ignored by you |'],
    ],
    [
      'unknown where the value that decides is not in the template',
      resource('AWS::RDS::DBIns$0tance', 'PubliclyAccessible: !ImportValue Public'),
      ['| Network exposure | ? the template does not tell `PubliclyAccessible` |'],
    ],
    [
      'the condition under which it is open',
      `Conditions:\n  Dev: !Equals [!Ref AWS::Region, eu-west-1]\n${resource('AWS::RDS::DBIns$0tance', 'PubliclyAccessible: !If [Dev, true, false]')}`,
      ['critical: The database is public (when Dev is true)'],
    ],
    [
      'the count of further findings',
      resource('AWS::S3::Buc$0ket', 'AccessControl: PublicRead'),
      ['[public-bucket](https://pages/public-bucket)), and 1 more |'],
    ],
    [
      'what a container service is',
      resource('AWS::RDS::DBIns$0tance', 'Engine: mysql'),
      ['Container service: AWS runs the machine and the platform'],
    ],
    [
      'what an infrastructure service is',
      resource('AWS::EC2::Inst$0ance', 'ImageId: ami-1'),
      ['Infrastructure service', '| Operating system patching | ? no active rule can tell |'],
    ],
    [
      'only the duties a part of a service has',
      group('Se$0curityGroupIngress: []')
        .replace('AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGr$0oup')
        .replace('Se$0c', 'Sec'),
      ['| Network exposure |', 'AWS carries physical facilities and network infrastructure.'],
    ],
    [
      'SAM by what it becomes',
      `Transform: AWS::Serverless-2016-10-31\n${resource('AWS::Serverless::Func$0tion', 'Runtime: nodejs20.x')}`,
      ['**AWS::Serverless::Function** · AWS Lambda', '| Keys and secrets |'],
    ],
    [
      'a service nobody wrote by hand by its class',
      resource('AWS::FIS::ExperimentTem$0plate', 'Description: x'),
      ['AWS Fault Injection Service', '| Your part | Here |'],
    ],
  ];
  test.each(cases)('says %s', (_claim, text, says) => {
    for (const part of says) expect(at(text).markdown).toContain(part);
  });

  test('says nothing of whose part a type is that nobody knows', () => {
    expect(at(resource('Acme::Rocket::Laun$0cher', 'Size: 1')).markdown).not.toContain('Your part');
  });

  test('shows the gravest finding on a logical id in full and the others in the table alone', () => {
    const { about, markdown } = at('Resources:\n  Th$0ing:\n    Type: AWS::S3::Bucket\n');
    expect(about).toBe('Thing');
    expect(markdown.match(/The bucket has no name/g)).toHaveLength(2);
    expect(markdown).toContain('Anyone can read it.');
  });
});

describe('a hover on a property', () => {
  test('says whose it is, what it costs to change, what rules want, and which controls ask for it', () => {
    const { about, markdown } = at(resource('AWS::RDS::DBInstance', 'Publicly$0Accessible: false'));
    expect(about).toBe('PubliclyAccessible');
    const sections = markdown.split('\n\n');
    expect(sections[1]).toMatch(/^\*\*Your part\*\*, network exposure: You keep the database off the internet/);
    expect(sections.slice(-3)).toEqual([
      expect.stringContaining('Changing it does not replace the resource.'),
      '- Set PubliclyAccessible to false. ([rds-public-access](https://pages/rds-public-access))',
      'Controls: aws-fsbp RDS.2 · pci-dss-4 1.4.4',
    ]);
  });

  const cases: readonly [claim: string, text: string, says: string][] = [
    [
      'that changing it replaces the resource',
      resource('AWS::RDS::DBInstance', 'Storage$0Encrypted: true'),
      'Changing it replaces the resource.',
    ],
    [
      'that AWS does its part',
      resource('AWS::RDS::DBInstance', 'Storage$0Encrypted: true'),
      "**AWS's part and yours**, encryption at rest:",
    ],
    [
      'whose a nested property is',
      resource('AWS::S3::Bucket', 'VersioningConfiguration:', '  Sta$0tus: Enabled'),
      'backup and durability',
    ],
    [
      'what it may be',
      resource('AWS::S3::Bucket', 'VersioningConfiguration:', '  Sta$0tus: Enabled'),
      'One of `Enabled`, `Suspended`.',
    ],
  ];
  test.each(cases)('says %s', (_claim, text, says) => {
    expect(at(text).markdown).toContain(says);
  });
});

describe('a hover on a value', () => {
  const cases: readonly [claim: string, text: string, markdown: string][] = [
    [
      'which service all addresses reach',
      group('SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0$0.0/0 }]'),
      '**`0.0.0.0/0`** is every IPv4 address: anyone on the internet, who may try SSH (tcp 22) of all that the group guards.',
    ],
    [
      'which ports all IPv6 addresses reach',
      group("SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 8000, ToPort: 9000, CidrIpv6: '::$0/0' }]"),
      '**`::/0`** is every IPv6 address: anyone on the internet, who may try tcp ports 8000 to 9000 of all that the group guards.',
    ],
    [
      'that egress goes out',
      group("SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: 0.0.0.$00/0 }]"),
      '**`0.0.0.0/0`** is every IPv4 address: every port and protocol may go out to anyone on the internet.',
    ],
    [
      'that a route takes the rest',
      resource('AWS::EC2::Route', 'DestinationCidrBlock: 0.0.$00.0/0'),
      '**`0.0.0.0/0`** is every IPv4 address: the route takes all traffic that no narrower route does.',
    ],
    [
      'who `*` is',
      resource('AWS::S3::BucketPolicy', 'PolicyDocument:', '  Statement:', "    - Principal: { AWS: '$0*' }"),
      '**`*`** as principal is everyone: every AWS account, and callers who have not signed in at all.',
    ],
    [
      'what `*` does',
      statement("Action: '$0*'"),
      '**`*`** as action is every action of every AWS service, those of IAM and those still to come included.',
    ],
    [
      'what `*` is done to',
      statement("Resource: '$0*'"),
      '**`*`** as resource is every resource of the account that the actions apply to.',
    ],
    [
      'what administrators may',
      resource('AWS::IAM::Role', 'ManagedPolicyArns:', '  - arn:aws:iam::aws:policy/Administrator$0Access'),
      '**`AdministratorAccess`** grants every action of every service, on every resource: whoever has it owns the account.',
    ],
    [
      'what a policy of a service grants by its name',
      resource('AWS::IAM::Role', 'ManagedPolicyArns:', '  - arn:aws:iam::aws:policy/AmazonKinesis$0FullAccess'),
      '**`AmazonKinesisFullAccess`** grants every action of Kinesis, on every resource.',
    ],
  ];
  test.each(cases)('says %s', (_claim, text, markdown) => {
    expect(at(text).markdown).toBe(markdown);
  });

  test('says what a public ACL lets happen before it explains the rule', () => {
    const [first, second] = at(resource('AWS::S3::Bucket', 'AccessControl: Public$0Read')).markdown.split('\n\n');
    expect(first).toBe('**`PublicRead`** lets anyone on the internet list the bucket and read its objects.');
    expect(second).toBe('**The bucket is public** · high');
  });

  test('says who reads a literal secret, and nothing of a reference to one', () => {
    expect(at(resource('AWS::RDS::DBInstance', 'MasterUserPassword: hunt$0er2')).markdown).toContain(
      'is read by everyone who sees the template',
    );
    expect(at(resource('AWS::RDS::DBInstance', "MasterUserPassword: '{{resolve:secretsmanager:$0db}}'")).markdown).toBe(
      '',
    );
  });

  test('counts the actions behind a pattern', () => {
    expect(at(statement('Action: s3:Get$0*')).markdown).toMatch(
      /^\*\*`s3:Get\*`\*\* is \d+ actions, among them `s3:Get/,
    );
  });

  test('works in JSON', () => {
    const text = '{"Resources":{"A":{"Type":"AWS::EC2::Route","Properties":{"DestinationCidrBlock":"0.0.0.$00/0"}}}}';
    expect(at(text, 'json')).toEqual({
      about: '"0.0.0.0/0"',
      markdown: '**`0.0.0.0/0`** is every IPv4 address: the route takes all traffic that no narrower route does.',
    });
  });
});
