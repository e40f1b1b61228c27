import { describe, expect, it } from 'vitest';
import type { SchemaSource } from '#schema';
import { createSchema } from '#schema';
import { generateTables } from '../../scripts/generate-schema.mts';

const tables = generateTables();
const source: SchemaSource = {
  resources: () => tables.get('resources.json'),
  iamActions: () => tables.get('iam-actions.json'),
  docs: (service) => tables.get(`docs/${service}.json`) ?? '',
};
const schema = createSchema(source);
const names = (pattern: string) => schema.iamActions(pattern).map((action) => action.name);

describe('resource types', () => {
  it('knows a bucket by name and no type beyond the table', () => {
    expect(schema.isKnownType('AWS::S3::Bucket')).toBe(true);
    expect(schema.isKnownType('AWS::S3::Bukcet')).toBe(false);
    expect(schema.resourceType('AWS::S3::Bukcet')).toBeUndefined();
    expect(schema.resourceType('constructor')).toBeUndefined();
    expect(schema.resourceTypes()).toContain('AWS::Lambda::Function');
    expect(schema.resourceTypes()).toEqual([...schema.resourceTypes()].sort());
    expect(schema.resourceTypes().length).toBeGreaterThan(1500);
  });

  it('says what Ref and GetAtt of a bucket return, where its tags are and that it holds data', () => {
    const bucket = schema.resourceType('AWS::S3::Bucket');
    expect(bucket?.ref).toEqual(['BucketName']);
    expect(bucket?.attributes.get('Arn')?.type.kind).toBe('string');
    expect(bucket?.tags).toEqual({ property: 'Tags', variant: 'standard' });
    expect(bucket?.stateful).toBe(true);
    expect(bucket?.partial).toBe(false);
  });

  it('tells what Ref returns from the primary identifier where they differ', () => {
    const differing = schema
      .resourceTypes()
      .map((type) => schema.resourceType(type))
      .filter((type) => type?.ref.join() !== type?.primaryIdentifier.join());
    expect(differing.length).toBeGreaterThan(20);
  });

  it('takes every Custom:: type for a custom resource of which not all is known', () => {
    const custom = schema.resourceType('Custom::Anything');
    expect(custom?.name).toBe('AWS::CloudFormation::CustomResource');
    expect(custom?.partial).toBe(true);
    expect(schema.isKnownType('Custom::Anything')).toBe(true);
  });

  it('has the SAM types, as partly known', () => {
    const fn = schema.resourceType('AWS::Serverless::Function');
    expect(fn?.transform).toBe('AWS::Serverless-2016-10-31');
    expect(fn?.partial).toBe(true);
    expect(schema.replacement('AWS::Serverless::Function', 'FunctionName')).toBe('unknown');
    expect(schema.resourceType('AWS::Serverless::WebSocketApi')?.partial).toBe(true);
  });
});

describe('properties', () => {
  it('marks create-only properties', () => {
    expect(schema.property('AWS::S3::Bucket', 'BucketName')?.replacement).toBe(true);
    expect(schema.property('AWS::RDS::DBInstance', 'StorageEncrypted')?.replacement).toBe(true);
    expect(schema.property('AWS::S3::Bucket', 'VersioningConfiguration.Status')?.replacement).toBe(false);
  });

  it('counts a property inside a create-only one as create-only', () => {
    expect(schema.property('AWS::ECR::Repository', 'EncryptionConfiguration.EncryptionType')?.replacement).toBe(true);
    expect(schema.property('AWS::EFS::AccessPoint', 'RootDirectory.CreationInfo.OwnerUid')?.replacement).toBe(true);
  });

  it('tells always, sometimes, never and unknown replacement apart', () => {
    expect(schema.replacement('AWS::RDS::DBInstance', 'StorageEncrypted')).toBe('always');
    expect(schema.replacement('AWS::S3::Bucket', 'VersioningConfiguration')).toBe('never');
    expect(schema.replacement('AWS::Nope::Nope', 'Name')).toBe('unknown');
    expect(schema.replacement('AWS::S3::Bucket', 'Nope')).toBe('unknown');
    // A property without a mark of its own whose parts are create-only.
    expect(schema.property('AWS::MSK::Cluster', 'EncryptionInfo')?.replacement).toBe(false);
    expect(schema.replacement('AWS::MSK::Cluster', 'EncryptionInfo')).toBe('sometimes');
    expect(schema.replacement('AWS::MSK::Cluster', 'EncryptionInfo.EncryptionInTransit.ClientBroker')).toBe('never');
    expect(schema.replacement('AWS::EC2::Instance', 'InstanceType')).toBe('sometimes');
  });

  it('knows where CloudFormation refuses to change what exists', () => {
    expect(schema.property('AWS::EC2::Volume', 'Encrypted')).toMatchObject({ replacement: true, updatesRefused: true });
    expect(schema.replacement('AWS::EC2::Volume', 'Encrypted')).toBe('always');
    expect(schema.property('AWS::EC2::Volume', 'Size')).toMatchObject({ replacement: false });
    expect(schema.property('AWS::S3::Bucket', 'BucketName')).not.toHaveProperty('updatesRefused');
  });

  it('finds the end of recursive types', () => {
    expect(schema.replacement('AWS::WAFv2::WebACL', 'Rules')).toBe('never');
    const path = 'Rules[].Statement.AndStatement.Statements[].NotStatement.Statement.GeoMatchStatement.CountryCodes[]';
    expect(schema.property('AWS::WAFv2::WebACL', path)?.type.kind).toBe('string');
  });

  it('follows list items as [], as an index and as a number', () => {
    const bucketKey = { name: 'BucketKeyEnabled', type: { kind: 'boolean' }, required: false };
    for (const path of [
      'BucketEncryption.ServerSideEncryptionConfiguration[].BucketKeyEnabled',
      'BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled',
      'BucketEncryption.ServerSideEncryptionConfiguration.0.BucketKeyEnabled',
      ['BucketEncryption', 'ServerSideEncryptionConfiguration', 0, 'BucketKeyEnabled'],
    ]) {
      expect(schema.property('AWS::S3::Bucket', path)).toMatchObject(bucketKey);
    }
  });

  it('answers undefined for a path that leads nowhere', () => {
    expect(schema.property('AWS::S3::Bucket', '')).toBeUndefined();
    expect(schema.property('AWS::S3::Bucket', '[]')).toBeUndefined();
    expect(schema.property('AWS::S3::Bucket', 'toString')).toBeUndefined();
    expect(schema.property('AWS::S3::Bucket', 'BucketName.Length')).toBeUndefined();
    expect(schema.property('AWS::S3::Bucket', 'BucketEncryption.BucketKeyEnabled')).toBeUndefined();
    expect(schema.property('AWS::S3::BucketPolicy', 'PolicyDocument.Statement[].Effect')).toBeUndefined();
  });

  it('follows keys of a map, dots and digits included', () => {
    expect(schema.property('AWS::Lambda::Function', ['Environment', 'Variables', 'log.level'])).toMatchObject({
      name: 'Variables',
      type: { kind: 'string' },
    });
    expect(schema.property('AWS::Lambda::Function', 'Environment.Variables.0')?.type.kind).toBe('string');
  });

  it('lists allowed values, of a list by its items', () => {
    expect(schema.property('AWS::S3::Bucket', 'AccessControl')?.enumValues).toContain('PublicRead');
    expect(schema.property('AWS::S3::Bucket', 'BucketName')?.enumValues).toBeUndefined();
    expect(schema.property('AWS::DynamoDB::Table', 'KeySchema[].KeyType')?.enumValues).toBeUndefined();
  });

  it('knows required properties, defaults, references and tags', () => {
    expect(schema.property('AWS::S3::BucketPolicy', 'Bucket')).toMatchObject({
      required: true,
      references: [{ type: 'AWS::S3::Bucket', attribute: 'BucketName' }],
    });
    expect(schema.property('AWS::IAM::Role', 'Path')?.default).toBe('/');
    expect(schema.property('AWS::S3::Bucket', 'BucketName')).not.toHaveProperty('default');
    expect(schema.property('AWS::S3::Bucket', 'Tags[].Key')).toMatchObject({ required: true });
  });

  it.each([
    ['AWS::S3::BucketPolicy', 'PolicyDocument', 'resource'],
    ['AWS::KMS::Key', 'KeyPolicy', 'resource'],
    ['AWS::DynamoDB::Table', 'ResourcePolicy.PolicyDocument', 'resource'],
    ['AWS::OpenSearchService::Domain', 'AccessPolicies', 'resource'],
    ['AWS::IAM::Role', 'AssumeRolePolicyDocument', 'trust'],
    ['AWS::IAM::Role', 'Policies[].PolicyDocument', 'identity'],
    ['AWS::IAM::ManagedPolicy', 'PolicyDocument', 'identity'],
    ['AWS::IAM::Role', 'ManagedPolicyArns', 'managed'],
    ['AWS::EC2::SecurityGroup', 'SecurityGroupIngress', 'ingress'],
    ['AWS::SQS::Queue', 'RedriveAllowPolicy', undefined],
    ['AWS::Logs::LogGroup', 'DataProtectionPolicy', undefined],
    ['AWS::S3::Bucket', 'BucketName', undefined],
  ])('marks what grants access: %s %s is %s', (type, path, policy) => {
    const property = schema.property(type, path);
    expect(property).toBeDefined();
    expect(property?.policy).toBe(policy);
  });
});

describe('IAM actions', () => {
  it('expands a wildcard in any case', () => {
    expect(names('iam:Pass*')).toEqual(['iam:PassRole']);
    expect(names('IAM:pass?ole')).toEqual(['iam:PassRole']);
    expect(names('s3:Get*')).toContain('s3:GetObject');
    expect(names('s3:Get*')).not.toContain('s3:PutObject');
    expect(names('s3:*Object')).toContain('s3:DeleteObject');
    expect(names('s3:getobject')).toEqual(['s3:GetObject']);
  });

  it('expands * to every action and a service to all of its own', () => {
    expect(names('*').length).toBeGreaterThan(20_000);
    expect(names('*:*')).toHaveLength(names('*').length);
    expect(names('sts:*')).toContain('sts:AssumeRole');
    expect(names('sts:*').every((name) => name.startsWith('sts:'))).toBe(true);
  });

  it('names no action for what is no pattern', () => {
    for (const pattern of ['', ':', 's3', 's3*', 's3:', 'nope:*', 'constructor:*', 's3:Get Object', 's3:[G]etObject']) {
      expect(names(pattern), pattern).toEqual([]);
    }
  });

  it('knows the access level and whether an action can be narrowed to a resource', () => {
    expect(schema.iamActions('s3:GetObject')[0]).toMatchObject({ accessLevel: 'Read', resourceLevel: true });
    expect(schema.iamActions('s3:PutBucketPolicy')[0]).toMatchObject({ accessLevel: 'Permissions management' });
    expect(schema.iamActions('ec2:CreateTags')[0]).toMatchObject({ accessLevel: 'Tagging' });
    expect(schema.iamActions('s3:ListAllMyBuckets')[0]).toMatchObject({ accessLevel: 'List', resourceLevel: false });
  });

  it('matches exactly what the equivalent regular expression matches', () => {
    const all = names('s3:*');
    for (const pattern of ['*', 'Get*', '*Get*', 'G*t*O*', '*?', '?et*', '*Object*Ac?', 'Get**Object', '??t*Acl*']) {
      const expression = new RegExp(`^s3:${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
      expect(names(`s3:${pattern}`), pattern).toEqual(all.filter((name) => expression.test(name)));
    }
  });

  it('is not stalled by a hostile pattern', () => {
    expect(names(`*:${'*a'.repeat(50_000)}`)).toEqual([]);
    expect(names(`*:${'*'.repeat(100_000)}!`)).toEqual([]);
    expect(names(`*:${'?'.repeat(100_000)}`)).toEqual([]);
  });
});

describe('documentation', () => {
  it('has text on a type, a property, a nested property and an attribute', () => {
    expect(schema.documentation('AWS::S3::Bucket')).toMatch(/bucket/);
    expect(schema.documentation('AWS::S3::Bucket', 'BucketName')).toMatch(/name for the bucket/i);
    const nested = 'BucketEncryption.ServerSideEncryptionConfiguration[].BucketKeyEnabled';
    expect(schema.documentation('AWS::S3::Bucket', nested)).toMatch(/Bucket Key/);
    expect(schema.documentation('AWS::S3::Bucket', 'Arn')).toMatch(/Amazon Resource Name/);
  });

  it('is undefined for what is not known', () => {
    expect(schema.documentation('AWS::S3::Bucket', 'Nope')).toBeUndefined();
    expect(schema.documentation('AWS::S3::Nope')).toBeUndefined();
    expect(schema.documentation('nonsense')).toBeUndefined();
    expect(schema.documentation('AWS::S3::Bucket', 'constructor')).toBeUndefined();
  });

  it('asks for no file by the name of an unknown type', () => {
    const asked: string[] = [];
    const spied = createSchema({ ...source, docs: (service) => void asked.push(service) });
    expect(spied.documentation('AWS::../../secret::Bucket')).toBeUndefined();
    expect(asked).toEqual([]);
    spied.documentation('AWS::S3::Bucket');
    expect(asked).toEqual(['s3']);
  });

  it.each([
    ['AWS::EC2::SecurityGroup', undefined, 'TemplateReference/aws-resource-ec2-securitygroup.html'],
    ['AWS::RDS::DBInstance', undefined, 'TemplateReference/aws-resource-rds-dbinstance.html'],
    ['AWS::S3::Bucket', 'BucketName', 'TemplateReference/aws-resource-s3-bucket.html#cfn-s3-bucket-bucketname'],
    [
      'AWS::EC2::NetworkAclEntry',
      'Icmp.Code',
      'TemplateReference/aws-properties-ec2-networkaclentry-icmp.html#cfn-ec2-networkaclentry-icmp-code',
    ],
    ['AWS::Serverless::Function', undefined, 'latest/developerguide/sam-resource-function.html'],
    ['Alexa::ASK::Skill', undefined, 'TemplateReference/alexa-resource-ask-skill.html'],
    ['Custom::Thing', undefined, 'TemplateReference/aws-resource-cloudformation-customresource.html'],
    ['Acme::Net::Thing', undefined, 'TemplateReference/aws-template-resource-type-ref.html'],
  ])('links %s %s to its page', (type, path, page) => {
    expect(schema.documentationUrl(type, path)).toMatch(new RegExp(`^https://docs\\.aws\\.amazon\\.com/.*${page}$`));
  });
});

describe('loading', () => {
  const counting = (text: () => string | undefined) => {
    const calls: string[] = [];
    const load = (name: string) => {
      calls.push(name);
      return text();
    };
    const created = createSchema({
      resources: () => load('resources'),
      iamActions: () => load('iam'),
      docs: (service) => load(service),
    });
    return { calls, created };
  };

  it('reads nothing before it is asked, and each table once', () => {
    const { calls, created } = counting(() => tables.get('resources.json'));
    expect(calls).toEqual([]);
    created.property('AWS::S3::Bucket', 'BucketName');
    created.property('AWS::EC2::VPC', 'CidrBlock');
    created.isKnownType('AWS::EC2::VPC');
    expect(calls).toEqual(['resources']);
  });

  it('knows nothing until the table arrives, then everything', () => {
    let arrived: string | undefined;
    const { created } = counting(() => arrived);
    expect(created.isLoaded()).toBe(false);
    expect(created.resourceType('AWS::S3::Bucket')).toBeUndefined();
    expect(created.replacement('AWS::S3::Bucket', 'BucketName')).toBe('unknown');
    expect(created.iamActions('*')).toEqual([]);
    arrived = tables.get('resources.json');
    expect(created.isLoaded()).toBe(true);
    expect(created.replacement('AWS::S3::Bucket', 'BucketName')).toBe('always');
  });

  it('knows nothing of a table that is missing for good or cut off', () => {
    for (const text of ['', '{}', 'x', tables.get('resources.json')?.slice(0, 1000) ?? '']) {
      const { calls, created } = counting(() => text);
      created.warm();
      expect(created.resourceType('AWS::S3::Bucket')).toBeUndefined();
      for (const type of created.resourceTypes()) created.resourceType(type);
      expect(calls).toEqual(['resources', 'iam']);
    }
  });
});
