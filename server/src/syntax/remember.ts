/**
 * Something that never changes, so that what is found out about it can be kept on it. Not in weak maps: what those hold outlives the next
 * collections of young garbage, and at each keystroke that would be all that was made of the entry that is typed in.
 */
export interface Remembering {
  /** For `remember` alone. A copy of the object carries it along, and does not believe it. */
  memo?: Memo | undefined;
}

class Memo {
  readonly about: object;
  readonly found: unknown;
  readonly by: unknown;
  readonly next: Memo | undefined;

  constructor(about: object, by: unknown, found: unknown, next: Memo | undefined) {
    this.about = about;
    this.by = by;
    this.found = found;
    this.next = next;
  }
}

/** The same function, which finds its answer once for each object. */
export function remember<K extends Remembering, V>(find: (about: K) => V): (about: K) => V {
  return (about) => {
    if (about.memo?.about === about) {
      for (let memo: Memo | undefined = about.memo; memo; memo = memo.next)
        if (memo.by === find) return memo.found as V;
    }
    const found = find(about);
    const own = about.memo?.about === about ? about.memo : undefined;
    about.memo = new Memo(about, find, found, own);
    return found;
  };
}
