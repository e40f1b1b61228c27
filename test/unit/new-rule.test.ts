import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyRule } from '#analysis';
import { loadRules } from '../../scripts/generate-rules.mts';
import { guessType, renderScaffold } from '../../scripts/new-rule.mts';
import { analyzeWith, readMarks } from './rules/rule-tester.ts';

const root = resolve(import.meta.dirname, '..', '..');

describe('a new rule', () => {
  // Inside the project, where `#kit` resolves.
  const folder = join(root, 'out', 'new-rule');
  const file = join(folder, 's3-bucket-example.ts');
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, renderScaffold('s3-bucket-example', 'AWS::S3::Bucket'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles, and a mistake in it would not', { timeout: 60_000 }, () => {
    const broken = join(folder, 'broken.ts');
    writeFileSync(broken, readFileSync(file, 'utf8').replace("'medium'", "'middling'"));
    const [errors, mistakes] = typeErrorsOf(file, broken);
    expect(errors).toEqual([]);
    expect(mistakes?.join()).toContain('middling');
  });

  it('fails its own example until it is filled in', async () => {
    const { default: rule } = (await import(pathToFileURL(file).href)) as { readonly default: AnyRule };
    const { text, marks } = readMarks(rule.examples[0]?.bad ?? '');
    expect(marks).toHaveLength(1);
    expect(analyzeWith([rule], text).findings).toEqual([]);
  });
});

describe('the resource type of a new rule', () => {
  const types = ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::SQS::Queue'];

  it('is the longest that its id begins with', () => {
    expect(guessType('s3', 's3-bucket-policy-public', types)).toBe('AWS::S3::BucketPolicy');
    expect(guessType('s3', 's3-bucket-versioning', types)).toBe('AWS::S3::Bucket');
  });

  it('is left to fill in where none fits', () => {
    expect(guessType('s3', 's3-access-grant', types)).toBe('AWS::s3::TODO');
  });
});

it('no rule is left half filled in', async () => {
  const files = await loadRules();
  const texts = files.map(({ path }) => [path, readFileSync(join(root, path), 'utf8')] as const);
  expect(texts.filter(([, text]) => text.includes('TODO')).map(([path]) => path)).toEqual([]);
});

/** The type errors of each file, under the settings of the engine. */
function typeErrorsOf(...files: readonly string[]): string[][] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.core.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram(files, options);
  return files.map((file) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(file))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}
