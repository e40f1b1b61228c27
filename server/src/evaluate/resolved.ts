import type { Domain } from '#model';
import type { MapNode, ScalarNode, SyntaxNode } from '#syntax';
import type { Scope } from './resolve.ts';
import type { Answer } from './world.ts';

/** What a node comes to in a world, as far as it was decided. */
export type Resolved = (
  | { readonly kind: 'absent' }
  | { readonly kind: 'scalar'; readonly text: string; readonly literal: ScalarNode | undefined }
  | {
      readonly kind: 'map';
      readonly map: MapNode /** The scope of its entries where that is another. */;
      readonly scope?: Scope;
    }
  | { readonly kind: 'list'; readonly elements: readonly Element[]; readonly open: boolean }
  /** One of several texts, by a parameter that is not decided yet. */
  | { readonly kind: 'question'; readonly question: Question }
  /** Text put together of parts, some of them unknown. */
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'reference'; readonly logicalId: string; readonly attribute: string | undefined }
  | { readonly kind: 'unknown'; readonly given: boolean; readonly name: string }
) & {
  /** The node as written in the resource, after branches were chosen. */
  readonly written: SyntaxNode | undefined;
  /** Where the value stands when that is elsewhere: a Default, a mapping's entry. */
  readonly stands?: SyntaxNode | undefined;
};

/** An item of a list: a node to resolve, or a text that was computed. */
export type Element = SyntaxNode | string;

export type Piece = string | Question | Hole;

/** A part of a text that nothing in the template tells. */
export interface Hole {
  readonly hole: string;
  readonly target: { readonly logicalId: string; readonly attribute: string | undefined } | undefined;
}

/** A text that depends on one parameter. */
export interface Question {
  readonly domain: Domain;
  /** Whether the text is the parameter itself. */
  readonly isPlain: boolean;
  /** Whether a predicate holds of the text, with at most three worlds. */
  ask(predicate: (text: string) => boolean): Answer;
  /** The text, a world for each value; undefined where the template cannot tell. */
  concrete(): string | undefined;
  /** The text if no decision is left to make. */
  settled(): string | undefined;
  /** The node in which the settled text stands, other than the resource: the parameter's Default, a mapping's entry. */
  stands(): SyntaxNode | undefined;
}
