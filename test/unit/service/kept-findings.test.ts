import { describe, expect, test } from 'vitest';
import type { Rule } from '#analysis';
import { type Document, diagnostics } from '#features';
import { namelessBucket, policyless, publicBucket, serviceWith } from '../features/analysed.ts';

const template = `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
`;

/** Types into the template, one change after another, and tells what is then shown: `rule@text under the squiggle`. */
function shownAfter(
  rules: readonly Rule[],
  ...changes: readonly (readonly [before: string, after: string])[]
): string[] {
  return shown(type(rules, ...changes));
}

function type(rules: readonly Rule[], ...changes: readonly (readonly [before: string, after: string])[]): Document {
  const service = serviceWith(...rules);
  const opened = service.open({ name: 'a.yaml', text: template }, service.options({}));
  return changes.reduce((document, [before, after]) => {
    const start = document.tree.text.indexOf(before);
    expect(start).toBeGreaterThanOrEqual(0);
    return service.change(document, [{ span: { start, end: start + before.length }, newText: after }]);
  }, opened);
}

function shown(document: Document): string[] {
  return diagnostics(document, 100)
    .filter(({ severity }) => severity !== 'syntax')
    .map(({ code, span }) => `${code}@${document.tree.text.slice(span.start, span.end)}`);
}

describe('while a block does not parse', () => {
  test('its findings stay on the same words', () => {
    expect(
      shownAfter([publicBucket], ['AccessControl: PublicRead\n', 'AccessControl: PublicRead\n      Bucket: "open\n']),
    ).toEqual(['public-bucket@PublicRead']);
  });

  test('its findings move with text typed above them', () => {
    expect(
      shownAfter(
        [publicBucket],
        ['    Type: AWS::S3::Bucket\n', '    Type: AWS::S3::Bucket\n    "Bro\n'],
        ['"Bro', '"Broken'],
      ),
    ).toEqual(['public-bucket@PublicRead']);
  });

  test('no finding appears that its missing half would explain', () => {
    expect(shownAfter([policyless], ['Bucket: !Ref Data', 'Bucket: [!Ref Data'])).toEqual([]);
  });

  test('findings in other blocks follow their own edits', () => {
    expect(
      shownAfter(
        [publicBucket, namelessBucket],
        ['Bucket: !Ref Data', 'Bucket: [!Ref Data'],
        ['PublicRead', 'Private'],
      ),
    ).toEqual(['nameless-bucket@Data']);
  });

  test('a key that loses its colon keeps the findings of its block', () => {
    expect(shownAfter([publicBucket], ['  Data:\n', '  Data\n'])).toEqual(['public-bucket@PublicRead']);
  });

  test('a section that loses its colon keeps the findings of its blocks', () => {
    expect(shownAfter([publicBucket], ['Resources:', 'Resources'])).toEqual(['public-bucket@PublicRead']);
  });

  test('a block that is deleted takes its findings with it', () => {
    const data = template.slice(template.indexOf('  Data:'), template.indexOf('  Policy:'));
    expect(shownAfter([publicBucket], ['Bucket: !Ref Data', 'Bucket: [!Ref Data'], [data, ''])).toEqual([]);
  });

  test('and is a copy above one that does, each stands where it is', () => {
    const broken = '  Data:\n    Type: AWS::SQS::Queue\n    Type: AWS::SNS::Topic\n';
    const document = type([publicBucket], ['  Data:', `${broken}  Data:`]);
    expect(shown(document)).toEqual(['public-bucket@PublicRead']);
    const blocks = document.template?.tree.blocks ?? [];
    expect(new Set(blocks).size).toBe(blocks.length);
  });

  test('a squiggle whose text is replaced covers what came instead', () => {
    const [found] = shownAfter([publicBucket], ['AccessControl: PublicRead', '"Acc']);
    expect(found).toBe('public-bucket@"Acc');
  });
});

describe('when the block parses again', () => {
  test('its findings are those of its new text', () => {
    expect(shownAfter([publicBucket], ['PublicRead', '"PublicRead'], ['"PublicRead', 'Private'])).toEqual([]);
  });

  test('nothing is kept any more', () => {
    const document = type([publicBucket], ['PublicRead', '"PublicRead'], ['"PublicRead', 'PublicRead']);
    expect(document.exact()).toBe(document);
    expect(shown(document)).toEqual(['public-bucket@PublicRead']);
  });
});

test('what is broken from the start is shown as it is', () => {
  const service = serviceWith(publicBucket);
  const text = template.replace('  Policy:', '  Policy');
  const document = service.open({ name: 'a.yaml', text }, service.options({}));
  expect(shown(document)).toEqual(['public-bucket@PublicRead']);
});

test('the exact document knows only the text as it is', () => {
  const document = type([publicBucket], ['PublicRead', '"PublicRead']);
  expect(shown(document)).toHaveLength(1);
  expect(document.exact().tree).toBe(document.tree);
  expect(document.exact().analysis?.template.tree).toBe(document.tree);
});
