import { type LazyBlock, maxErrors } from './block.ts';
import type { LocatedTree } from './located-tree.ts';
import type { Block, SyntaxFault } from './node.ts';
import { remember } from './remember.ts';

/** All errors of a tree: those of its blocks, and those that only show between blocks. Spans in the text. */
export function collectErrors(tree: LocatedTree): readonly SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  for (const [index, block] of tree.blocks.entries()) {
    if (block.errors.length === 0) continue;
    if (errors.length >= maxErrors) break;
    const start = tree.cutting.starts[index] ?? 0;
    for (const { message, span } of block.errors) {
      errors.push({ message, span: { start: span.start + start, end: span.end + start } });
    }
  }
  errors.push(...duplicates(tree), ...unresolved(tree));
  errors.push(...(tree.language === 'yaml' ? misaligned(tree) : separators(tree)));
  return errors.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).slice(0, maxErrors);
}

function duplicates(tree: LocatedTree): SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  const sections = new Set<string>();
  for (const { name, block, entries } of tree.sections) {
    if (block.kind === 'section') {
      if (sections.has(name))
        errors.push(...atKey(tree, block, `The section \`${name}\` occurs twice; merge the two.`));
      sections.add(name);
    }
    const names = new Set<string>();
    for (const entry of entries ?? []) {
      const key = entry.key?.text;
      if (key === undefined) continue;
      if (names.has(key) && key !== '<<') {
        errors.push(...atKey(tree, entry, `\`${key}\` occurs twice in ${name}; remove or rename one.`));
      }
      names.add(key);
    }
  }
  return errors;
}

function unresolved(tree: LocatedTree): SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  for (const { parsed } of tree.blocks) {
    for (const alias of parsed.aliases) {
      const span = tree.absolute(alias);
      if (alias.name === '' || !span || tree.resolveAlias(alias)) continue;
      errors.push({
        message: `There is no anchor \`&${alias.name}\` before this alias, or it contains the alias.`,
        span,
      });
    }
  }
  return errors;
}

/** Keys that begin blocks are not compared by the YAML parser, which sees one block at a time. */
function misaligned(tree: LocatedTree): SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  if (tree.sections[0]?.block.kind === 'section') errors.push(...strayValues(tree));
  let sectionColumn = -1;
  for (const { block, entries, value } of tree.sections) {
    const column = columnOf(block);
    if (sectionColumn < 0) sectionColumn = column;
    else if (column !== sectionColumn && column >= 0) errors.push(...atKey(tree, block, unaligned));
    const entryColumn = entries?.[0] ? columnOf(entries[0]) : -1;
    for (const entry of entries ?? []) {
      if (columnOf(entry) !== entryColumn) errors.push(...atKey(tree, entry, unaligned));
    }
    if (value && entries && entries.length > 0) {
      errors.push(...atKey(tree, block, 'This section has a value and entries below it; remove the value.'));
    }
  }
  return errors;
}

/** A list or bracket among the sections: by itself it would be a text of its own. */
function strayValues(tree: LocatedTree): SyntaxFault[] {
  const junk = tree.blocks.filter(({ kind, errors }) => kind === 'junk' && errors.length === 0);
  return junk.flatMap(({ value }) => {
    const span = value && tree.absolute(value);
    return span ? [{ message: 'This is not a key; write `Name:` or indent it.', span }] : [];
  });
}

const unaligned = 'This does not line up with the keys above it; indent it like them.';

/** The column of a block's key; -1 for a block without one. */
const columnOf = remember(({ key, text, kind }: Block): number => {
  if (!key || kind === 'junk') return -1;
  let start = key.span.start;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  let first = start;
  while (first < key.span.start && (text[first] === ' ' || text[first] === '\t')) first++;
  return first - start;
});

/** JSON: the commas between members, and the braces around them, stand in different blocks. */
function separators(tree: LocatedTree): SyntaxFault[] {
  const errors: SyntaxFault[] = [];
  let open: LazyBlock | undefined;
  let before: { readonly block: LazyBlock; readonly member: boolean } | undefined;
  for (const block of tree.blocks) {
    const member = block.kind === 'section' || block.kind === 'entry';
    const level = block.kind === 'entry' || (block.kind === 'tail' && block.section !== undefined);
    if (block.kind === 'section' && open) {
      errors.push(
        ...atKey(tree, open, `The section \`${open.section}\` is not closed; add a \`}\` behind its last entry.`),
      );
      open = undefined;
    } else if (before?.member && member && isUnseparated(before.block)) {
      errors.push(...atKey(tree, block, 'A comma is missing in front of this.'));
    } else if (before?.member && block.kind === 'tail' && before.block.parsed.comma !== undefined) {
      errors.push(...atComma(tree, before.block));
    }
    if (block.split) open = block;
    if (block.kind === 'tail') open = undefined;
    if (block.kind !== 'junk') before = { block, member: member || (level && block.kind === 'tail') };
  }
  return errors.concat(unclosed(tree));
}

/** Whether a member ends without a comma; one that is broken itself may well have lost it there. */
function isUnseparated({ parsed, split }: LazyBlock): boolean {
  return parsed.comma === undefined && parsed.errors.length === 0 && !split;
}

function unclosed(tree: LocatedTree): SyntaxFault[] {
  const head = tree.blocks[0];
  const last = tree.blocks.at(-1);
  const brace = head?.text.indexOf('{') ?? -1;
  if (!head || !last || brace < 0) return [];
  if (last.kind === 'tail' && last.section === undefined && /[}\]]/.test(last.text)) return [];
  return [
    {
      message: 'The `{` that opens the template is not closed; add a `}` at the end.',
      span: { start: brace, end: brace + 1 },
    },
  ];
}

function atKey(tree: LocatedTree, block: Block, message: string): SyntaxFault[] {
  const span = block.key && tree.absolute(block.key);
  return span ? [{ message, span }] : [];
}

function atComma(tree: LocatedTree, block: LazyBlock): SyntaxFault[] {
  const comma = block.parsed.comma ?? 0;
  const span = tree.absolute({ block, span: { start: comma, end: comma + 1 } });
  return span ? [{ message: 'JSON allows no comma behind the last value; remove it.', span }] : [];
}
