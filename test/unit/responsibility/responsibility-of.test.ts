import { describe, expect, it } from 'vitest';
import type { Aspect as AspectOfRules } from '#analysis';
import type { Aspect, AspectResponsibility } from '#responsibility';
import { ASPECTS, responsibilityOf, SERVICES, serviceById } from '#responsibility';
import { schema } from './schema.ts';

const aspect = (type: string, name: Aspect): AspectResponsibility => {
  const found = responsibilityOf(type)?.aspects.find((entry) => entry.aspect === name);
  if (!found) throw new Error(`${type} has no ${name}`);
  return found;
};

describe('every type of the schema', () => {
  it('resolves to a service', () => {
    const lost = schema.resourceTypes().filter((type) => !responsibilityOf(type));
    expect(schema.resourceTypes().length).toBeGreaterThan(1500);
    expect(lost).toEqual([]);
  });

  it('has all fourteen aspects, each with a sentence and a link', () => {
    for (const type of schema.resourceTypes()) {
      const aspects = responsibilityOf(type)?.aspects ?? [];
      expect(aspects.map((entry) => entry.aspect)).toEqual([...ASPECTS]);
      for (const entry of aspects) {
        expect(entry.sentence).toMatch(/^[A-Z].*\.$/);
        expect(entry.link).toMatch(/^https:\/\/(?:docs\.)?aws\.amazon\.com\//);
      }
    }
  });

  it('leaves the author some duty beside the account, unless it is a mere label', () => {
    const idle = schema.resourceTypes().filter((type) => {
      const duties = responsibilityOf(type)?.aspects.filter((entry) => entry.aspect !== 'account-credentials');
      return duties?.every((entry) => entry.who === 'aws' || !entry.applicable);
    });
    expect(idle.filter((type) => !/(?:Alias|Tag|TagOption)$|::ApiGateway::Resource$/.test(type))).toEqual([]);
  });
});

describe('a service written by hand', () => {
  it('speaks for itself where it can, and for its class where it cannot', () => {
    expect(aspect('AWS::S3::Bucket', 'encryption-at-rest')).toMatchObject({ who: 'shared', inherited: false });
    expect(aspect('AWS::S3::Bucket', 'os-patching')).toMatchObject({ who: 'aws', inherited: true });
    expect(responsibilityOf('AWS::S3::Bucket')).toMatchObject({
      class: 'abstracted',
      service: { id: 's3', byHand: true },
    });
  });

  it('names the properties of the asked type before those of its companions', () => {
    const types = (type: string) => aspect(type, 'identity-access').properties.map((property) => property.type);
    expect(types('AWS::S3::Bucket')[0]).toBe('AWS::S3::Bucket');
    expect(types('AWS::S3::AccessPoint')[0]).toBe('AWS::S3::AccessPoint');
    expect(types('AWS::S3::Bucket')).toContain('AWS::S3::BucketPolicy');
  });

  it('lends its namespace to more than one service', () => {
    const service = (type: string) => responsibilityOf(type)?.service.id;
    expect(service('AWS::EC2::Instance')).toBe('ec2');
    expect(service('AWS::EC2::Volume')).toBe('ebs');
    expect(service('AWS::EC2::VPCEndpoint')).toBe('vpc');
    expect(service('AWS::RDS::DBInstance')).toBe('rds');
    expect(service('AWS::RDS::DBCluster')).toBe('aurora');
    expect(service('AWS::Serverless::Function')).toBe('lambda');
    expect(service('AWS::Serverless::SimpleTable')).toBe('dynamodb');
  });

  it('says something else of a resource type that differs', () => {
    expect(aspect('AWS::EC2::SecurityGroupIngress', 'network-exposure').sentence).not.toBe(
      aspect('AWS::EC2::Subnet', 'network-exposure').sentence,
    );
  });

  it('tells what is not the duty of a part', () => {
    expect(aspect('AWS::S3::BucketPolicy', 'identity-access').applicable).toBe(true);
    const backup = aspect('AWS::S3::BucketPolicy', 'backup-durability');
    expect(backup).toMatchObject({ applicable: false, properties: [] });
    expect(backup.sentence).toContain('BucketPolicy');
    expect(aspect('AWS::S3::BucketPolicy', 'physical-facilities').applicable).toBe(true);
  });

  it('tells which aspect means nothing, and why', () => {
    expect(aspect('AWS::EC2::VPC', 'encryption-at-rest')).toMatchObject({
      applicable: false,
      sentence: 'A network stores nothing; encrypt what its members store.',
    });
  });

  it('says what has aged', () => {
    expect(aspect('AWS::CloudFront::Distribution', 'network-exposure').since).toMatch(/Origin access control .*OAI/);
    expect(serviceById('glacier')?.since).toMatch(/storage classes/);
    expect(serviceById('snow')?.since).toMatch(/Import\/Export/);
  });
});

describe('a service nobody has written', () => {
  it('takes its name from a table and its duties from its class', () => {
    const answer = responsibilityOf('AWS::AppFlow::Flow');
    expect(answer).toMatchObject({ class: 'abstracted', service: { name: 'Amazon AppFlow', byHand: false } });
    expect(answer?.aspects.every((entry) => entry.inherited)).toBe(true);
  });

  it('reads off the name of a type that it is a part', () => {
    expect(aspect('AWS::VpcLattice::AuthPolicy', 'identity-access').applicable).toBe(true);
    expect(aspect('AWS::VpcLattice::AuthPolicy', 'backup-durability').applicable).toBe(false);
  });
});

describe('other types', () => {
  it('takes every Custom:: type for a custom resource', () => {
    expect(responsibilityOf('Custom::Anything')).toMatchObject({
      type: 'AWS::CloudFormation::CustomResource',
      service: { id: 'cloudformation' },
    });
  });

  it.each([
    'MongoDB::Atlas::Cluster',
    'AWS::Nothing::Here',
    'My::S3::Bucket::MODULE',
    'AWS::constructor::X',
    'constructor',
    '',
  ])('knows nothing of %j', (type) => {
    expect(responsibilityOf(type)).toBeUndefined();
  });

  it('gives the same answer without working it out again', () => {
    expect(responsibilityOf('AWS::SQS::Queue')).toBe(responsibilityOf('AWS::SQS::Queue'));
  });
});

it('covers most of what templates are made of by hand', () => {
  const byHand = schema.resourceTypes().filter((type) => responsibilityOf(type)?.service.byHand);
  expect(byHand.length / schema.resourceTypes().length).toBeGreaterThan(0.5);
  expect(SERVICES.length).toBeGreaterThanOrEqual(100);
});

it('speaks of the same aspects as rules do', () => {
  const aspects: { readonly [aspect in AspectOfRules]: true } = {
    'physical-facilities': true,
    'hardware-virtualization': true,
    'network-infrastructure': true,
    'os-patching': true,
    'platform-patching': true,
    'identity-access': true,
    'network-exposure': true,
    'encryption-at-rest': true,
    'encryption-in-transit': true,
    'keys-secrets': true,
    'logging-monitoring': true,
    'backup-durability': true,
    'media-sanitization': true,
    'account-credentials': true,
  };
  expect([...ASPECTS]).toEqual(Object.keys(aspects));
});
