/** A line on standard error that says how far a long run is. */
export interface Progress {
  at(done: number, total: number): void;
  /** Wipes the line. Call it before anything else is written. */
  done(): void;
}

/** Shown only in a terminal, and only when a run takes longer than someone would wait without a sign. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const started = Date.now();
  let shownAt = 0;
  return {
    at(done, total) {
      const now = Date.now();
      if (!stream.isTTY || now - started < 500 || now - shownAt < 100) return;
      shownAt = now;
      stream.write(`\r\x1b[KChecked ${done} of ${total} files`);
    },
    done() {
      if (shownAt > 0) stream.write('\r\x1b[K');
      shownAt = 0;
    },
  };
}
