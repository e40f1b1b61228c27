import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '#schema';
import { createSchema } from '#schema';
import { generateTables, isStale, SCHEMA_DIR, writeTables } from '../../../scripts/generate-schema.mts';

if (isStale()) writeTables(generateTables());

const read = (name: string) => readFileSync(join(SCHEMA_DIR, name), 'utf8');

/** The schema as it is built, for tests that hold knowledge against it. */
export const schema: Schema = createSchema({
  resources: () => read('resources.json'),
  iamActions: () => read('iam-actions.json'),
  docs: (service) => read(`docs/${service}.json`),
});
