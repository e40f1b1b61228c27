// Assertions that run in Node and in a web worker, where `node:assert` is not.

/** Fails with both values unless they are equal as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what = 'value'): void {
  const [found, wanted] = [show(actual), show(expected)];
  if (found !== wanted) throw new Error(`${what}\n  expected ${wanted}\n  found    ${found}`);
}

/** Fails unless `text` contains `part`. */
export function expectContains(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`expected to find ${show(part)} in ${show(text)}`);
}

/**
 * Asks `question` until its answer is not `undefined`, and returns that answer.
 * Fails after `milliseconds` with `what`, and with what `describe` says of the last state.
 */
export async function eventually<T>(
  what: string,
  question: () => T | undefined | Thenable<T | undefined>,
  { milliseconds = 10_000, describe }: { milliseconds?: number; describe?: () => unknown } = {},
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) {
      throw new Error(`not within ${milliseconds} ms: ${what}${describe ? `\n  last seen: ${show(describe())}` : ''}`);
    }
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
