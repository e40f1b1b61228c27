// What both extension hosts do with mocha: run, and say each result in one marked line that the runner outside reads.

/** The part of mocha that its Node build and its browser build share. */
export interface RunsTests {
  run(done: (failures: number) => void): {
    on(event: 'pass' | 'fail', listener: (test: TestResult, error?: Error) => void): unknown;
  };
}

interface TestResult {
  readonly duration?: number;
  fullTitle(): string;
}

// Set by the bundler: only tests whose title contains this text run.
declare const REMIT_TEST_GREP: string;

/** Mocha prints nothing itself: its terminal reporters need a terminal, which an extension host has not. */
export const mochaOptions = {
  ui: 'tdd',
  timeout: 40_000,
  reporter: class {} as never,
  ...(REMIT_TEST_GREP ? { fgrep: REMIT_TEST_GREP } : {}),
} as const;

/** Runs the tests; rejects when one fails or when there are none. */
export function runMocha(mocha: RunsTests): Promise<void> {
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    const runner = mocha.run(() => {
      say({ event: 'end', passed, failed });
      if (failed > 0) reject(new Error(`${failed} failed`));
      else if (passed === 0) reject(new Error('no test ran'));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed++;
      say({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error) => {
      failed++;
      say({ event: 'fail', title: test.fullTitle(), error: error?.stack ?? String(error) });
    });
  });
}

function say(event: object): void {
  console.log(`remit-suite ${JSON.stringify(event)}`);
}
