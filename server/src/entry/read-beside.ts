import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The text of a file by a path relative to another; undefined when it cannot be read. Addresses (`s3://…`) are not fetched. */
export function readBeside(file: string, location: string): string | undefined {
  if (/^[a-z][\w+.-]+:/i.test(location)) return undefined;
  try {
    return readFileSync(resolve(dirname(file), location), 'utf8');
  } catch {
    return undefined;
  }
}
