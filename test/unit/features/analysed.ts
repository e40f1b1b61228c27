import type { AnyRule, Rule } from '#analysis';
import type { Fix } from '#edit';
import type { Document } from '#features';
import type { Schema } from '#schema';
import { createService, type Service } from '#service';
import type { Language } from '#syntax';

const about = {
  title: 'Title',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'network-exposure',
  peers: { checkov: ['CKV_TEST_1'] },
  controls: {},
  why: 'Anyone can read it.',
  remedy: 'Set it to `Private`.',
  references: ['https://docs.aws.amazon.com/'],
  examples: [],
} as const;

/** Flags a public `AccessControl` at its value; two fixes. */
export const publicBucket: Rule = {
  ...about,
  id: 'public-bucket',
  on: 'AWS::S3::Bucket',
  severity: 'high',
  check(bucket, report) {
    const value = bucket.get('AccessControl');
    if (!value.is('PublicRead')) return;
    const target = value.writeTarget;
    const fixes: Fix[] = target
      ? [
          { title: 'Make the bucket private', safety: 'safe', intents: [{ kind: 'set', target, value: 'Private' }] },
          { title: 'Remove the setting', safety: 'behaviour', intents: [{ kind: 'remove', target }] },
          // Proves nothing: it must never be offered.
          { title: 'Keep it public', safety: 'safe', intents: [{ kind: 'set', target, value: 'PublicRead' }] },
        ]
      : [];
    report(value, 'The bucket is public', { fixes });
  },
};

/** Flags a bucket without a name at its logical id; one safe fix. */
export const namelessBucket: Rule = {
  ...about,
  id: 'nameless-bucket',
  on: 'AWS::S3::Bucket',
  severity: 'low',
  check(bucket, report) {
    const value = bucket.get('BucketName');
    if (!value.isAbsent) return;
    const target = value.writeTarget;
    const fixes: Fix[] = target
      ? [{ title: 'Name the bucket', safety: 'safe', intents: [{ kind: 'set', target, value: 'named' }] }]
      : [];
    report(bucket, 'The bucket has no name', { fixes });
  },
};

/** Flags a bucket that no policy names, at its logical id. */
export const policyless: Rule = {
  ...about,
  id: 'no-policy',
  on: 'AWS::S3::Bucket',
  severity: 'medium',
  check(bucket, report) {
    const policies = bucket.template.resources('AWS::S3::BucketPolicy');
    const named = policies.some((policy) => policy.get('Bucket').target()?.resource.logicalId === bucket.logicalId);
    if (!named) report(bucket, 'The bucket has no policy');
  },
};

/** A schema in which no table has arrived. */
const noSchema: Schema = {
  resourceType: () => undefined,
  resourceTypes: () => [],
  isKnownType: () => false,
  property: () => undefined,
  replacement: () => 'unknown',
  iamActions: () => [],
  documentation: () => undefined,
  documentationUrl: () => 'https://docs.aws.amazon.com/',
  isLoaded: () => false,
  warm: () => {},
};

export function serviceWith(...rules: readonly AnyRule[]): Service {
  return createService({ rules, schema: noSchema, pageOf: (rule) => `https://pages/${rule}` });
}

/** A document, and the offset of the `$0` in its text, which is taken out. */
export function openAt(
  text: string,
  rules: readonly AnyRule[],
  language: Language = 'yaml',
): { readonly document: Document; readonly offset: number; readonly service: Service } {
  const offset = text.indexOf('$0');
  const service = serviceWith(...rules);
  const document = service.open({ name: `a.${language}`, text: text.replace('$0', ''), language }, service.options({}));
  return { document, offset, service };
}
