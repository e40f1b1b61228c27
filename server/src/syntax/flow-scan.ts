/** Tells, for growing offsets, whether a bracket or a quote is open in a YAML text that began at `start` in block context. */
export interface FlowScan {
  /** What is open at an offset at which a line begins; undefined in block context. */
  openAt(offset: number): 'bracket' | 'quote' | undefined;
}

/**
 * Follows brackets and quotes only as far as needed to tell them from text: comments, block scalars and plain words are passed
 * over. Each character is read once, however often `openAt` is asked with growing offsets.
 */
export function createFlowScan(text: string, start: number): FlowScan {
  let at = start;
  let depth = 0;
  let quote = '';
  // Whether a quote or bracket here would begin a value: behind white space or an indicator, not inside a word.
  let fresh = true;
  let lineStart = start;

  const step = (limit: number) => {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\' && quote === '"') at++;
      else if (char === quote) {
        if (quote === "'" && text[at + 1] === "'") at++;
        else quote = '';
      }
      fresh = false;
      at++;
    } else if (char === '\n' || char === '\r') {
      fresh = true;
      at++;
      lineStart = at;
    } else if (char === ' ' || char === '\t') {
      fresh = fresh || isIndicatorBefore(text, at, depth > 0);
      if (text[at + 1] === '#') at = endOfLine(text, at);
      else at++;
    } else if (char === '#' && at === lineStart) {
      at = endOfLine(text, at);
    } else if (depth === 0 && fresh && (char === '|' || char === '>')) {
      at = endOfBlockScalar(text, at, lineStart, limit);
    } else if ((depth > 0 || fresh) && (char === '[' || char === '{')) {
      depth++;
      fresh = true;
      at++;
    } else if (depth > 0 && (char === ']' || char === '}')) {
      depth--;
      fresh = false;
      at++;
    } else if (fresh && (char === '"' || char === "'")) {
      quote = char;
      at++;
    } else if (fresh && (char === '!' || char === '&')) {
      while (at < limit && !' \t\r\n'.includes(text[at] ?? '') && !(depth > 0 && ',]}'.includes(text[at] ?? ''))) at++;
      while (text[at] === ' ') at++;
    } else {
      fresh = (depth > 0 && char === ',') || (depth > 0 && char === ':' && text[at - 1] === '"');
      at++;
    }
  };

  return {
    openAt(offset) {
      while (at < offset) step(offset);
      if (quote !== '') return 'quote';
      return depth > 0 ? 'bracket' : undefined;
    },
  };
}

/** Whether what stands before a space makes room for a new value: `key: `, `- `, `? `, and the comma in a bracket. */
function isIndicatorBefore(text: string, at: number, inFlow: boolean): boolean {
  const before = text[at - 1];
  if (before === ':') return true;
  if (inFlow && before === ',') return true;
  return (before === '-' || before === '?') && (at < 2 || ' \t\n\r'.includes(text[at - 2] ?? ''));
}

function endOfBlockScalar(text: string, at: number, lineStart: number, limit: number): number {
  const headerEnd = endOfLine(text, at);
  if (!/^[|>][-+0-9]*[ \t]*(#.*)?$/.test(text.slice(at, headerEnd))) return at + 1;
  const parent = columnOfParent(text, lineStart, at);
  let content = -1;
  let next = startOfNext(text, headerEnd);
  while (next < limit) {
    const first = skipSpaces(text, next);
    const end = endOfLine(text, first);
    if (first < end) {
      const column = first - next;
      if (content < 0) content = column;
      if (column <= parent || column < content) return Math.max(next - 1, at + 1);
    }
    next = startOfNext(text, end);
  }
  return Math.max(at + 1, Math.min(next, limit) - 1);
}

/** The column of the key or dash whose value stands at `at`. */
function columnOfParent(text: string, lineStart: number, at: number): number {
  let column = skipSpaces(text, lineStart);
  let parent = column;
  while (column < at && (text[column] === '-' || text[column] === '?') && text[column + 1] === ' ') {
    parent = column;
    column = skipSpaces(text, column + 1);
  }
  return (column < at ? column : parent) - lineStart;
}

function endOfLine(text: string, at: number): number {
  let to = at;
  while (to < text.length && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
  return to;
}

function startOfNext(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

function skipSpaces(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 0x20) to++;
  return to;
}
