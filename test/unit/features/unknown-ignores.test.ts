import { expect, it } from 'vitest';
import { diagnostics } from '#features';
import type { Language } from '#syntax';
import { namelessBucket, openAt, publicBucket } from './analysed.ts';

/** The hints on suppressions of no rule, each with the text it stands at. */
function hints(text: string, language: Language = 'yaml'): string[] {
  const { document } = openAt(text, [publicBucket, namelessBucket], language);
  return diagnostics(document, 100)
    .filter(({ code }) => code === 'ignore')
    .map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

const bucket = (comment: string, properties = '{BucketName: b}') =>
  `Resources:\n  ${comment}\n  B:\n    Type: AWS::S3::Bucket\n    Properties: ${properties}\n`;

it.each([
  ['nearly the id', 'public-bukcet', '; did you mean public-bucket?'],
  ['a letter too many', 'namelesss-bucket', '; did you mean nameless-bucket?'],
  ['a part of an id', 'nameless', '; did you mean nameless-bucket?'],
  ['the check of another scanner', 'CKV_TEST_1', '; did you mean public-bucket, nameless-bucket?'],
  ['nothing like it', 'cats', ''],
])('a comment that ignores no rule says which was meant: %s', (_, id, meant) => {
  expect(hints(bucket(`# remit-ignore ${id}: we know`))).toEqual([
    `${id}: Nothing is ignored: there is no rule "${id}"${meant}`,
  ]);
});

it('of several ids only those of no rule are pointed at', () => {
  expect(hints(bucket('# remit-ignore public-bucket, public-bukcet, remit: we know'))).toEqual([
    'public-bukcet: Nothing is ignored: there is no rule "public-bukcet"; did you mean public-bucket?',
    'remit: Nothing is ignored: there is no rule "remit"',
  ]);
});

it('an entry of Metadata that ignores no rule is pointed at, once', () => {
  const json = JSON.stringify({
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      F: {
        Type: 'AWS::Serverless::Function',
        Metadata: { remit: { ignore: [{ rule: 'public-bukcet', reason: 'x' }, 'public-bucket'] } },
      },
    },
  });
  expect(hints(json, 'json')).toEqual([
    '"public-bukcet": Nothing is ignored: there is no rule "public-bukcet"; did you mean public-bucket?',
  ]);
});

it.each([
  ['a rule without a finding here', bucket('# remit-ignore public-bucket: we know')],
  ['a comment that only speaks of it', bucket('# see remit-ignore public-bukcet')],
  ['what another scanner is told', `${bucket('#')}    Metadata: {checkov: {skip: [{id: CKV_AWS_999}]}}\n`],
])('says nothing of %s', (_, text) => {
  expect(hints(text)).toEqual([]);
});
