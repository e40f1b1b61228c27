import { endOfString, skipComment } from './json-scan.ts';

/** How the brackets of a run of JSON add up, relative to the depth at its start. */
export interface Balance {
  readonly net: number;
  /** The least depth behind any of its brackets; infinite without brackets. */
  readonly least: number;
  /** The same without the last bracket. */
  readonly leastInside: number;
  /** Whether a `/*` in the run is not closed in it, so that what follows reads differently once it is. */
  readonly open: boolean;
}

/** Adds up the brackets of a run of JSON, texts and comments left out. */
export function balanceOf(text: string): Balance {
  let net = 0;
  let least = Number.POSITIVE_INFINITY;
  let leastInside = least;
  let open = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x2f) {
      open ||= text[at + 1] === '*' && !text.includes('*/', at + 2);
      at = Math.max(skipComment(text, at), at + 1);
    } else {
      if (isBracket(code)) {
        net += code === 0x7b || code === 0x5b ? 1 : -1;
        leastInside = least;
        least = Math.min(least, net);
      }
      at++;
    }
  }
  return { net, least, leastInside, open };
}

function isBracket(code: number): boolean {
  return code === 0x7b || code === 0x5b || code === 0x7d || code === 0x5d;
}

/** Whether the brackets of a text match: the last of them closes the first. However the text is cut into runs, the answer is the same. */
export function isBalanced(balances: readonly Balance[]): boolean {
  const last = balances.findLastIndex(({ least }) => least !== Number.POSITIVE_INFINITY);
  let depth = 0;
  for (let index = 0; index <= last; index++) {
    const run = balances[index];
    if (!run) continue;
    if (depth + (index === last ? run.leastInside : run.least) < 1) return false;
    depth += run.net;
  }
  return depth === 0;
}
