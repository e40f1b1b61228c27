/** The keys of a property path; `\.` stands for a dot that is part of a key, as in `rds\.force_ssl`. */
export function keysOf(path: string): readonly string[] {
  if (!path.includes('\\')) return path.split('.');
  return path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
}
