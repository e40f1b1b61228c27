/**
 * Compiles an IAM wildcard: `*` stands for any text, `?` for one character, case matters. Never a RegExp: a pattern comes
 * from a template, and must not be able to stall the editor. The work on a text of n characters is at most n squared,
 * however long the pattern is.
 */
export function compileWildcard(pattern: string): (text: string) => boolean {
  const glob = pattern.replaceAll(/\*{2,}/g, '*');
  const shortest = glob.length - (glob.split('*').length - 1);
  if (!glob.includes('*') && !glob.includes('?')) return (text) => text === glob;
  return (text) => text.length >= shortest && matches(glob, text);
}

/** Greedy match: after a mismatch only the last `*` takes one more character, since earlier ones need no more. */
function matches(glob: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let starText = 0;
  let index = 0;
  while (index < text.length) {
    if (glob[at] === '*') {
      star = at++;
      starText = index;
    } else if (glob[at] === '?' || glob[at] === text[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++starText;
    } else return false;
  }
  if (glob[at] === '*') at++;
  return at === glob.length;
}
