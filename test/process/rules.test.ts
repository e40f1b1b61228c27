import { describe, expect, test } from 'vitest';
import { ruleMetadata } from '#features';
import { rules } from '#rules';
import { folderWith, remit } from './built.ts';

const nowhere = folderWith({});

test('the built command knows of every rule what its file says, though it carries no examples', () => {
  const { out } = remit(nowhere, ['rules', '--format', 'json']);
  expect(JSON.parse(out)).toEqual({ rules: JSON.parse(JSON.stringify(ruleMetadata(rules))) });
});

describe('remit explain', () => {
  test('prints the page of the rule, with what it flags and what becomes of it', () => {
    const { code, out } = remit(nowhere, ['explain', 's3-bucket-versioning']);
    expect(code).toBe(0);
    expect(out).toMatch(/^S3 bucket keeps no earlier versions\n/);
    expect(out).toContain('# ^^^^ Data keeps no earlier versions of its objects\n');
    expect(out).toContain('      VersioningConfiguration:\n        Status: Enabled\n');
  });
});
