/**
 * Whether an action pattern of a policy covers an action, as IAM matches them: `*` stands for any run of characters, `?` for
 * one, and case does not matter. Takes time linear in the text for each star.
 */
export function coversAction(pattern: string, action: string): boolean {
  // Nearly all patterns are plain names, and nearly all comparisons fail.
  const isPlain = !pattern.includes('*') && !pattern.includes('?');
  if (isPlain && pattern.length !== action.length) return false;
  return matchesGlob(pattern.toLowerCase(), action.toLowerCase());
}

function matchesGlob(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let next = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next++;
      resume = at;
    } else if (pattern[next] === '?' || pattern[next] === text[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      // The last star takes one character more; the ones before it need not be tried again.
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}

/** The service of an action pattern that allows the whole of it: `s3` of `s3:*`; undefined for narrower and wider patterns. */
export function wholeService(pattern: string): string | undefined {
  return /^([a-z][a-z0-9-]*):\*+$/i.exec(pattern)?.[1]?.toLowerCase();
}

/** Whether a pattern of actions holds some that change something, going by its verb. */
export function mayWrite(pattern: string): boolean {
  const verb = pattern.split(':')[1] ?? '*';
  return !READING.test(verb);
}

const READING =
  /^(?:get|list|describe|batchget|batchdescribe|batchcheck|search|view|lookup|query|scan|select|head|check|validate|test|preview|simulate|estimate|filter|read|download|detect|analyze|recognize|compare|translate|synthesize|decrypt|verify|generaterandom|generatequery|discover|partiqlselect|startquery|stopquery|startlivetail|testmetric|poll|retrieve)/i;
