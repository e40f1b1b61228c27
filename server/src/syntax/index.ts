/**
 * Text to a located tree, for YAML and JSON alike. Parses block by block, re-parses only the blocks an edit touches, keeps
 * comments, never throws.
 */
export { type ChangedStretch, changedStretch } from './changed-stretch.ts';
export { detectLanguage } from './detect-language.ts';
export type {
  AliasNode,
  Block,
  Comment,
  ListNode,
  MapEntry,
  MapNode,
  ScalarNode,
  SyntaxFault,
  SyntaxNode,
  Tag,
} from './node.ts';
export { editTree, parseTree } from './parse-tree.ts';
export { entryOf, pathAt, spanOf, walk } from './read-tree.ts';
export { type Remembering, remember } from './remember.ts';
export type { Change, Language, NodePath, PathStep, Section, SyntaxTree } from './tree.ts';
