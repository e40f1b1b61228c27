import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaSource } from '#schema';

/** The generated tables beside the bundle, read when first asked for. A table that is not there stays empty. */
export function schemaFiles(folder: string): SchemaSource {
  const read = (...path: readonly string[]) => {
    try {
      return readFileSync(join(folder, 'schema', ...path), 'utf8');
    } catch {
      return '';
    }
  };
  return {
    resources: () => read('resources.json'),
    iamActions: () => read('iam-actions.json'),
    docs: (service) => read('docs', `${service}.json`),
  };
}
