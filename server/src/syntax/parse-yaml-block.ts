import { type CST, Parser } from 'yaml';
import { type LazyBlock, type ParsedBlock, tidyErrors } from './block.ts';
import { composeNode } from './compose-yaml.ts';
import { type Composition, fault, tabMessage, unexpected } from './composition.ts';
import type { MapNode, SyntaxNode } from './node.ts';
import { padOpenLines, unpad } from './pad-open-lines.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { readEnd, readProps } from './read-yaml-props.ts';

/** Reads one block of YAML. Whatever goes wrong is an error in the block, never an exception. */
export function parseYamlBlock(block: LazyBlock): ParsedBlock {
  const to = createComposition(block, block.text);
  try {
    return read(to, block);
  } catch (error) {
    // A bug or a limit of the parser must not cost the author the rest of the file.
    to.errors.length = 0;
    fault(
      to,
      `This part cannot be read (${error instanceof Error ? error.message : 'unknown reason'}).`,
      0,
      block.text.length,
    );
    return result(to, undefined, undefined);
  }
}

function read(to: Composition, block: LazyBlock): ParsedBlock {
  const nul = block.text.indexOf('\0');
  if (nul >= 0) {
    fault(to, 'This is not text: there is a NUL character here.', nul);
    return result(to, undefined, undefined);
  }
  if (block.kind === 'head') return readHead(to, block);
  if (block.kind === 'tail') return readTail(to, block);
  const root = (block.kind === 'junk' ? undefined : readSimpleYaml(to)) ?? readMended(to);
  if (block.kind === 'junk') {
    if (root?.kind === 'map' && root.style === 'block' && block.section === undefined) reportIntruder(to, root);
    else if (root?.kind === 'scalar' || block.section !== undefined) reportJunk(to, block);
    return result(to, undefined, root);
  }
  const entry = root?.kind === 'map' ? root.entries[0] : undefined;
  if (root?.kind !== 'map' || !entry) {
    reportJunk(to, block);
    return result(to, undefined, undefined);
  }
  if (root.entries[1]) fault(to, 'This key does not belong here; check its indentation.', root.entries[1].span.start);
  const { key, value } = entry;
  const isBare = value.kind === 'scalar' && value.text === '' && value.style === 'plain';
  if (block.split && value.tag) {
    fault(to, `A section takes no tag; remove \`${value.tag.name}\`.`, value.tag.span.start, value.tag.span.end);
  }
  return result(to, key, block.split && isBare ? undefined : value);
}

function result(to: Composition, key: ParsedBlock['key'], value: ParsedBlock['value']): ParsedBlock {
  const { comments, errors, anchors, aliases } = to;
  comments.sort((a, b) => a.span.start - b.span.start);
  anchors.sort((a, b) => a.span.start - b.span.start);
  return { key, value, comments, errors: tidyErrors(errors), anchors, aliases, comma: undefined };
}

/**
 * Reads with the package; and when it finds errors, once more with what CloudFormation's parser takes and the package does not,
 * or what can be mended without a guess: brackets and quotes that go on at the left, and tabs as indentation, which stay an error.
 */
function readMended(to: Composition): SyntaxNode | undefined {
  const { block } = to;
  const source = withKnownBreaks(block.text);
  const root = readWithPackage(to, source);
  if (to.errors.length === 0) return root;
  const spaced = source.includes('\t') ? source.replace(/^[ \t]+/gm, (indent) => ' '.repeat(indent.length)) : source;
  const padding = padOpenLines(spaced);
  if (spaced === source && !padding) return root;
  const text = padding?.text ?? spaced;
  const again = createComposition(block, text);
  const mended = readWithPackage(again, text);
  if (again.errors.length >= to.errors.length) return root;
  const tab = spaced === source ? -1 : source.search(/^[ ]*\t/m);
  if (padding) unpad(again, mended, padding);
  if (tab >= 0) {
    const start = source.indexOf('\t', tab);
    again.errors.push({ message: tabMessage, span: { start, end: start + 1 } });
  }
  for (const list of ['comments', 'errors', 'anchors', 'aliases'] as const) {
    to[list].length = 0;
    for (const one of again[list]) (to[list] as unknown[]).push(one);
  }
  return mended;
}

function createComposition(block: LazyBlock, text: string): Composition {
  return { block, comments: [], errors: [], anchors: [], aliases: [], length: text.length };
}

/** Reads a text with the `yaml` package; the value is undefined when there is none. */
export function readWithPackage(to: Composition, source: string): SyntaxNode | undefined {
  let root: SyntaxNode | undefined;
  for (const token of new Parser().parse(source)) {
    switch (token.type) {
      case 'document':
        root = composeDocument(to, token) ?? root;
        break;
      case 'comment':
        to.comments.push({
          span: { start: token.offset, end: token.offset + token.source.length },
          text: token.source,
        });
        break;
      case 'byte-order-mark':
      case 'space':
      case 'newline':
        break;
      default:
        unexpected(to, token);
    }
  }
  return root;
}

function composeDocument(to: Composition, { start, value, end, offset }: CST.Document): SyntaxNode | undefined {
  const props = readProps(to, start, 'doc-start', offset, undefined, value !== undefined);
  const node = value || props.tag || props.anchor ? composeNode(to, value, props, 0) : undefined;
  readEnd(to, end, true);
  return node;
}

/** The library knows no lone carriage return as a line break; of the same length, a line feed keeps all offsets. */
function withKnownBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

function readHead(to: Composition, { text }: LazyBlock): ParsedBlock {
  let markers = 0;
  for (const { start, line } of linesOf(text)) {
    const hash = line.startsWith('%') ? -1 : line.indexOf('#');
    if (hash >= 0)
      to.comments.push({ span: { start: start + hash, end: start + line.length }, text: line.slice(hash) });
    if (line.startsWith('---') && ++markers === 2) {
      fault(to, 'CloudFormation reads one document only; remove this `---`.', start, start + 3);
    }
  }
  return result(to, undefined, undefined);
}

function readTail(to: Composition, { text }: LazyBlock): ParsedBlock {
  let reported = false;
  for (const { start, line } of linesOf(text)) {
    const content = line.trimStart();
    if (content === '' || line.startsWith('...')) continue;
    if (content.startsWith('#')) {
      const at = start + line.length - content.length;
      if (!reported) to.comments.push({ span: { start: at, end: start + line.length }, text: content });
    } else if (!reported) {
      fault(
        to,
        'CloudFormation reads one document only; what follows here is ignored. Remove it.',
        start,
        start + line.length,
      );
      reported = true;
    }
  }
  return result(to, undefined, undefined);
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly line: string }> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    yield { start, line: text.slice(start, end) };
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
}

/** A key at the left among the resources. */
function reportIntruder(to: Composition, { entries: [entry] }: MapNode) {
  if (!entry || to.errors.length > 0) return;
  const { text, span } = entry.key;
  const words = `\`${text}\` stands between resources; move it in front of \`Resources\`, or indent it like them.`;
  fault(to, words, span.start, span.end);
}

function reportJunk(to: Composition, { text }: LazyBlock) {
  if (to.errors.length > 0) return;
  for (const { start, line } of linesOf(text)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    const at = start + line.length - line.trimStart().length;
    const words = /^[\w:.-]+$/.test(content)
      ? `\`${content}\` needs a colon: write \`${content}:\`.`
      : 'This is not a key; write `Name:` or indent it.';
    fault(to, words, at, at + content.length);
    return;
  }
}
