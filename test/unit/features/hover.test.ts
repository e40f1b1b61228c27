import { describe, expect, test } from 'vitest';
import { hover, toPlainText } from '#features';
import { openAt, publicBucket } from './analysed.ts';

/** What hovering over the `$0` shows, and the text it is about. */
function check(text: string, expected: { readonly about: string; readonly says: readonly string[] } | undefined): void {
  const { document, offset } = openAt(text, [publicBucket]);
  const found = hover(document, offset);
  expect(found && document.tree.text.slice(found.span.start, found.span.end)).toBe(expected?.about);
  for (const part of expected?.says ?? []) expect(found?.markdown).toContain(part);
}

const withBody = (properties: string) => `Parameters:
  Env:
    Type: String
    Default: dev
    AllowedValues: [dev, prod]
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
${properties}
`;

describe('a hover', () => {
  test('on a logical id says what the resource is and what is wrong with it', () => {
    const text = withBody('      AccessControl: PublicRead').replace('Data:', 'Da$0ta:');
    const says = ['**AWS::S3::Bucket**', '- high: The bucket is public ([public-bucket](https://pages/public-bucket))'];
    check(text, { about: 'Data', says });
  });

  test('on a squiggle says why, what to do, and where to read on', () => {
    check(withBody('      AccessControl: Public$0Read'), {
      about: 'PublicRead',
      says: [
        '**The bucket is public** · high',
        'Anyone can read it.',
        'Set it to `Private`.',
        '(https://pages/public-bucket)',
      ],
    });
  });

  test('on a finding under a condition says the condition', () => {
    check(withBody('      AccessControl: !If [IsProd, Private, Public$0Read]'), {
      about: 'PublicRead',
      says: ['(when IsProd is false)'],
    });
  });

  test('on a reference to a parameter says what it can be', () => {
    const says = ['**Parameter `Env`** · String', 'Default: `dev`.', 'One of `dev`, `prod`.'];
    check(withBody('      BucketName: !Ref E$0nv'), { about: 'Env', says });
    check(withBody('      BucketName: { Ref: E$0nv }'), { about: 'Env', says });
  });

  test('on the condition of an If says both outcomes', () => {
    check(withBody('      BucketName: !If [Is$0Prod, a, !Ref Env]'), {
      about: 'IsProd',
      says: [
        '- when `IsProd` is true: `a`\n- when it is false: `!Ref Env`',
        '**Condition `IsProd`**: `!Equals [!Ref Env, prod]`',
      ],
    });
  });

  test('on every address of the internet says so', () => {
    check(withBody('      CidrIp: 0.0.0$0.0/0'), { about: '0.0.0.0/0', says: ['anyone on the internet'] });
    check(withBody("      CidrIpv6: '::$0/0'"), { about: "'::/0'", says: ['every IPv6 address'] });
  });

  test('on a star says what it stands for where it stands', () => {
    const policy = (statement: string) =>
      withBody(`      PolicyDocument:\n        Statement:\n          - ${statement}`);
    check(policy("Principal: '$0*'"), { about: "'*'", says: ['every AWS account'] });
    check(policy("Principal: { AWS: ['$0*'] }"), { about: "'*'", says: ['every AWS account'] });
    check(policy("Action: '$0*'"), { about: "'*'", says: ['every action of every AWS service'] });
    check(policy("Resource: '$0*'"), { about: "'*'", says: ['every resource'] });
  });

  test('on plain values and white space says nothing', () => {
    check(withBody('      BucketName: my-bu$0cket'), undefined);
    check(withBody(' $0     BucketName: x'), undefined);
  });

  test('says nothing in a file that is no template', () => {
    check('services:\n  web:\n    image: 0.0.0.0$0/0\n', undefined);
  });
});

test('plain text keeps addresses and drops marks', () => {
  expect(toPlainText('**a** `b` [c](https://d)')).toBe('a b c (https://d)');
});
