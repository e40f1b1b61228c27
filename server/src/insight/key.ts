import type { Value } from '#evaluate';

/**
 * Certainly no KMS key of the author's: none is named, an empty text stands where one is named, or it is a key that AWS manages, by its
 * alias (`alias/aws/rds`), as an ARN, or bare (`aws/rds`).
 */
export function isKeyOfAws(key: Value): boolean {
  return key.isAbsent || key.satisfies((name) => /^$|(?:^|[:/])aws\/[a-z0-9-]+$/.test(name.trim()));
}
