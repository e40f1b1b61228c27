/** Intents to the smallest text edits in the file's own language and style, proven by applying them and parsing again. */
export type { Fix, Fragment, Intent, Safety } from './intent.ts';
export { proveEdits } from './prove-edits.ts';
export { renderIntents } from './render-intents.ts';
