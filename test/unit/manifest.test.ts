import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { frameworksOf } from '#analysis';
import { rules } from '#rules';

const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));

it('offers every framework that rules check a control of, each with its name', () => {
  const { enum: ids, enumDescriptions } = manifest.contributes.configuration.properties['remit.framework'];
  expect(ids).toEqual(['', ...frameworksOf(rules)]);
  expect(enumDescriptions).toHaveLength(ids.length);
});
