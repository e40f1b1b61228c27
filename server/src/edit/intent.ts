import type { WriteTarget } from '#model';

/**
 * A template fragment to write, in CloudFormation's JSON form: intrinsic functions as `{ Ref: 'X' }` and `{ 'Fn::Sub': '…' }`.
 * YAML files get them in short form.
 */
export type Fragment = string | number | boolean | readonly Fragment[] | { readonly [key: string]: Fragment };

/** What a fix means to change, as data. `edit` turns intents into the smallest text edits in the file's own style. */
export type Intent =
  /** Give the target this value: replace what is there, or make the missing keys above it. */
  | { readonly kind: 'set'; readonly target: WriteTarget; readonly value: Fragment }
  /** Remove the entry or list item that the target's node is the value of. Its own comment lines go with it. */
  | { readonly kind: 'remove'; readonly target: WriteTarget }
  /** Add an item at the end of the list at the target; makes the list where there is none, wraps a lone value. */
  | { readonly kind: 'append'; readonly target: WriteTarget; readonly value: Fragment }
  /** Add a resource. `logicalId` is a wish; where taken it gets a number, and this fix's references to it follow. */
  | {
      readonly kind: 'addResource';
      readonly logicalId: string;
      readonly body: Fragment;
      readonly after: string | undefined;
    }
  /** Add a parameter, likewise. */
  | { readonly kind: 'addParameter'; readonly name: string; readonly body: Fragment };

/** How much a fix may change beyond the finding. */
export type Safety = 'safe' | 'behaviour' | 'replacement' | 'cost';

/** An edit that a rule proposes. The title says what happens; hosts add the safety to it. */
export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly intents: readonly Intent[];
}
