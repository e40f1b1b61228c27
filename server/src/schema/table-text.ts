/** A generated table, read entry by entry: the text is kept whole and an entry is parsed only when it is asked for. */
export interface TableText {
  readonly keys: readonly string[];
  readonly has: (key: string) => boolean;
  /** The parsed entry; `undefined` when there is none of that name. A new value at every call. */
  readonly read: (key: string) => unknown;
}

/**
 * Indexes the text of a generated table by its line breaks, without parsing it.
 *
 * The generator writes plain JSON with one entry a line, `"key":value,`, after a line `"entries":{`, ASCII only and keys
 * without escapes. That is what makes a look-up in a table of a megabyte cost one line. Text of any other shape gives an
 * empty table, and so the answer "not known".
 */
export function indexTable(text: string): TableText {
  const starts = new Map<string, number>();
  const head = text.indexOf(ENTRIES);
  let at = head < 0 ? text.length : head + ENTRIES.length;
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = text.indexOf('"', at + 1);
    starts.set(text.slice(at + 1, keyEnd), keyEnd + 2);
    const next = text.indexOf('\n', keyEnd);
    if (next < 0) break;
    at = next + 1;
  }
  return {
    keys: [...starts.keys()],
    has: (key) => starts.has(key),
    read: (key) => {
      const start = starts.get(key);
      return start === undefined ? undefined : parse(entryText(text, start));
    },
  };
}

const ENTRIES = '\n"entries":{\n';
const QUOTE = 34;

function entryText(text: string, start: number): string {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return text.slice(start, text[end - 1] === ',' ? end - 1 : end);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // A truncated download: nothing is known, rather than something wrong.
  }
}
