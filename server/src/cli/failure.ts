/** The result of an action on files, or the error it failed with. */
export function attempt<T>(action: () => T): T | Error {
  try {
    return action();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Why the file system refused, in a few words. */
export function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message.split('\n')[0] ?? code;
}

const reasons: Readonly<Record<string, string | undefined>> = {
  EACCES: 'permission denied',
  ELOOP: 'links that lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOTDIR: 'no such file: a part of the path is no folder',
  EISDIR: 'is a folder',
  ENOENT: 'no such file',
  ENOSPC: 'no space left on the disk',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};
