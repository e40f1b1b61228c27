import type { Place, Resource } from '#model';
import type { AnyRule, Peers, Severity } from './rule.ts';

/**
 * A way in which the stack as written is insecure, at its exact place. Places are relative to blocks, so findings move with
 * them. Its fixes are worked out when they are asked for: `fixesOf`.
 */
export interface Finding {
  readonly rule: AnyRule;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The resource concerned; undefined for a finding on the template. */
  readonly resource: Resource | undefined;
  /** The worlds in which it holds, in the author's words ("IsProd is false"); undefined when always. */
  readonly when: string | undefined;
  readonly related: readonly RelatedPlace[];
  readonly peers: Peers;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** A rule that threw: a bug of ours, logged once by the host, never shown as a finding. */
export interface Fault {
  readonly rule: string;
  readonly resource: string | undefined;
  readonly error: unknown;
}
