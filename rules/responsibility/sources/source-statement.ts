import type { Aspect, ServiceClass } from '../types.ts';

/** One statement of the paper, in our own words, where Remit answers it, and which rules hold templates to it. */
export interface SourceStatement {
  /** The heading it stands under. */
  readonly section: string;
  readonly statement: string;
  /** The duty of a service or of a whole class, or the compliance programme, that says it. */
  readonly answer:
    | { readonly service: string; readonly aspect: Aspect }
    | { readonly class: ServiceClass; readonly aspect: Aspect }
    | { readonly programme: string };
  /** Words that the answer must contain, in any case: the key fact. */
  readonly keywords: readonly string[];
  /** What AWS has changed since; the answer says so, too. */
  readonly aged?: string;
  /** The ids of rules that check the author's part of it; a test holds that there are such rules. */
  readonly rules?: readonly string[];
  /** Where there are none: why a template cannot show it. */
  readonly unseen?: string;
}
