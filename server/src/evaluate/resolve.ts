import {
  type Domain,
  entryNamed,
  holdsVariable,
  includeLocation,
  intrinsicOf,
  isNull,
  type Place,
  placeOf,
  plainList,
  plainMap,
  plainText,
  splitSub,
} from '#model';
import type { MapNode, SyntaxNode } from '#syntax';
import { fromPieces, ofText, piecesOf, textOf } from './pieces.ts';
import { mappedQuestion, parameterQuestion, settle, unknown } from './question.ts';
import type { Element, Piece, Question, Resolved } from './resolved.ts';
import type { World } from './world.ts';

/** The world and the loop variables in which a node is read. */
export interface Scope {
  readonly world: World;
  readonly variables: ReadonlyMap<string, Domain>;
  /** Where what is read from an included file stands in for in the template: it is pointed at there, and written nowhere. */
  readonly anchor?: Place;
}

/** Deeper nesting of functions than any template has; ends cycles through aliases. */
const MAX_DEPTH = 60;

/** What a node comes to, deciding conditions as it meets them and leaving parameters open as questions. */
export function resolve(node: SyntaxNode, scope: Scope, depth = 0): Resolved {
  scope.world.read(node.block);
  const plain = scope.world.dealias(node);
  if (!plain || depth > MAX_DEPTH) return unknown(node, 'alias');
  if (plain !== node) return { ...resolve(plain, scope, depth + 1), written: node };
  const call = intrinsicOf(node);
  // `{ Condition: … }` is a function among conditions only; elsewhere it is a map like any other.
  if (call && (call.name !== 'Condition' || node.tag))
    return (FUNCTIONS[call.name] ?? unreadable)({ ...call, node, scope, depth: depth + 1 });
  if (isNull(node)) return { kind: 'absent', written: node };
  if (node.kind === 'map') return { kind: 'map', map: node, written: node };
  if (node.kind === 'list') return { kind: 'list', elements: node.items, open: false, written: node };
  const text = node.kind === 'scalar' ? node.text : '';
  return holdsVariable(text, scope.variables) ? fromPieces(loopedPieces(text, scope), node) : ofText(text, node);
}

/** A side of a comparison: a text, a question about a parameter, or undefined when it cannot be read. */
export function comparableOf(node: SyntaxNode, scope: Scope): string | Question | undefined {
  const resolved = resolve(node, scope);
  if (resolved.kind === 'question') return resolved.question;
  return textOf(resolved);
}

interface Call {
  readonly name: string;
  readonly argument: SyntaxNode;
  /** The whole call as written. */
  readonly node: SyntaxNode;
  readonly scope: Scope;
  readonly depth: number;
}

const FUNCTIONS: { readonly [name: string]: (call: Call) => Resolved } = {
  Ref: resolveRef,
  'Fn::GetAtt': resolveGetAtt,
  'Fn::If': resolveIf,
  'Fn::Sub': resolveSub,
  'Fn::Join': resolveJoin,
  'Fn::Select': resolveSelect,
  'Fn::Split': resolveSplit,
  'Fn::FindInMap': resolveFindInMap,
  // Seen through: what matters is the text that the instance gets.
  'Fn::Base64': ({ argument, node, scope, depth }) => ({ ...resolve(argument, scope, depth), written: node }),
  // Likewise: what matters is what the text says.
  'Fn::ToJsonString': ({ argument, node, scope, depth }) => ({ ...resolve(argument, scope, depth), written: node }),
  'Fn::Length': resolveLength,
  'Fn::Transform': resolveTransform,
};

function unreadable({ node, name }: Call): Resolved {
  // A macro may also return nothing at all.
  return { kind: 'unknown', given: name !== 'Fn::Transform', name, written: node };
}

function resolveTransform(call: Call): Resolved {
  const location = includeLocation(call.argument);
  const map = location === undefined ? undefined : call.scope.world.template.included(location);
  if (!map) return unreadable(call);
  return { kind: 'map', map, scope: { ...call.scope, anchor: placeOf(call.node) }, written: call.node };
}

function resolveRef({ argument, node, scope, depth }: Call): Resolved {
  const written = plainText(argument) ?? textOf(resolve(argument, scope, depth));
  if (written === undefined) return unknown(node, 'Ref');
  if (holdsVariable(written, scope.variables)) {
    const resource = scope.world.named(written, scope.variables);
    if (resource) return { kind: 'reference', logicalId: resource.logicalId, attribute: undefined, written: node };
  }
  const name = scope.world.fill(written, scope.variables);
  if (name === undefined) return unknown(node, written);
  if (name === 'AWS::NoValue') return { kind: 'absent', written: node };
  const domain = scope.variables.get(name) ?? scope.world.domain(name);
  if (!domain) return resolveReference(name, undefined, node, scope);
  const parameter = scope.world.parameter(name);
  if (parameter) scope.world.read(parameter.block);
  const question = parameterQuestion(domain, scope.world, parameter?.default);
  if (!parameter || !isListType(parameter.type)) return settle(question, node, name);
  const text = question.concrete();
  if (text === undefined) return unknown(node, name);
  const elements = text === '' ? [] : text.split(',').map((item) => item.trim());
  return { kind: 'list', elements, open: false, written: node, stands: parameter.default };
}

function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<') || type.includes('<List<');
}

function resolveReference(logicalId: string, attribute: string | undefined, node: SyntaxNode, scope: Scope): Resolved {
  const resource = scope.world.named(logicalId, scope.variables);
  return resource
    ? { kind: 'reference', logicalId: resource.logicalId, attribute, written: node }
    : unknown(node, attribute ? `${logicalId}.${attribute}` : logicalId);
}

function resolveGetAtt({ argument, node, scope, depth }: Call): Resolved {
  const items = plainList(argument)?.items.map((item) => plainText(item) ?? textOf(resolve(item, scope, depth)) ?? '');
  const parts = items ?? plainText(argument)?.split('.');
  const [logicalId, ...attribute] = parts ?? [];
  return logicalId ? resolveReference(logicalId, attribute.join('.'), node, scope) : unknown(node, 'Fn::GetAtt');
}

function resolveIf({ argument, node, scope, depth }: Call): Resolved {
  const [condition, yes, no] = plainList(argument)?.items ?? [];
  const name = plainText(condition);
  if (name === undefined || !yes || !no) return unreadable({ name: 'Fn::Transform', argument, node, scope, depth });
  const holds = scope.world.holds(name, scope.variables);
  if (holds === undefined) return { kind: 'unknown', given: false, name, written: node };
  return resolve(holds ? yes : no, scope, depth);
}

function resolveSub({ argument, node, scope, depth }: Call): Resolved {
  const list = plainList(argument)?.items;
  const template = plainText(list ? list[0] : argument);
  if (template === undefined) return unknown(node, 'Fn::Sub');
  const variables = plainMap(list?.[1]);
  const pieces = splitSub(template).flatMap((part): readonly Piece[] => {
    if (typeof part === 'string') return loopedPieces(part, scope);
    const own = variables && entryNamed(variables, part.name)?.value;
    if (own) return piecesOf(resolve(own, scope, depth), part.name);
    return piecesOf(resolveName(part.name, argument, scope), part.name);
  });
  return fromPieces(pieces, node);
}

/** A text in a loop: `${Name}` is its variable, and so is `&{Name}`, without what may not stand in a logical id. */
function loopedPieces(text: string, scope: Scope): readonly Piece[] {
  if (!holdsVariable(text, scope.variables)) return [text];
  return text.split(/([$&]\{\w+\})/).flatMap((part): readonly Piece[] => {
    const domain = scope.variables.get(/^[$&]\{(\w+)\}$/.exec(part)?.[1] ?? '');
    if (!domain) return part === '' ? [] : [part];
    const question = parameterQuestion(domain, scope.world, undefined);
    if (part.startsWith('$')) return [question.settled() ?? question];
    return [scope.world.fill(part, scope.variables) ?? { hole: part, target: undefined }];
  });
}

function resolveName(written: string, node: SyntaxNode, scope: Scope): Resolved {
  const [logicalId = '', ...attribute] = written.split('.');
  if (attribute.length > 0) return resolveReference(logicalId, attribute.join('.'), node, scope);
  if (holdsVariable(written, scope.variables) && scope.world.named(written, scope.variables)) {
    return resolveReference(written, undefined, node, scope);
  }
  const name = scope.world.fill(written, scope.variables);
  if (name === undefined) return unknown(node, written);
  const domain = scope.variables.get(name) ?? scope.world.domain(name);
  if (!domain) return resolveReference(name, undefined, node, scope);
  const parameter = scope.world.parameter(name);
  if (parameter) scope.world.read(parameter.block);
  return settle(parameterQuestion(domain, scope.world, parameter?.default), node, name);
}

function resolveJoin({ argument, node, scope, depth }: Call): Resolved {
  const [delimiter, values] = plainList(argument)?.items ?? [];
  const glue = plainText(delimiter);
  if (glue === undefined || !values) return unknown(node, 'Fn::Join');
  const list = resolve(values, scope, depth);
  if (list.kind !== 'list') return fromPieces(piecesOf(list, 'Fn::Join'), node);
  const parts = list.elements.flatMap((element): (readonly Piece[])[] => {
    if (typeof element === 'string') return [[element]];
    const item = resolve(element, scope, depth);
    if (item.kind === 'list') return item.elements.map((inner) => elementPieces(inner, scope, depth));
    return item.kind === 'absent' ? [] : [piecesOf(item, 'Fn::Join')];
  });
  const pieces = parts.flatMap((part, at) => (at > 0 && glue !== '' ? [glue, ...part] : part));
  return fromPieces(pieces, node);
}

function elementPieces(element: Element, scope: Scope, depth: number): readonly Piece[] {
  return typeof element === 'string' ? [element] : piecesOf(resolve(element, scope, depth), 'Fn::Join');
}

function resolveSelect({ argument, node, scope, depth }: Call): Resolved {
  const [index, values] = plainList(argument)?.items ?? [];
  const at = index && textOf(resolve(index, scope, depth));
  if (at === undefined || !values) return unknown(node, 'Fn::Select');
  const list = resolve(values, scope, depth);
  const element = list.kind === 'list' ? list.elements[Number(at)] : undefined;
  if (element === undefined) return unknown(node, 'Fn::Select');
  return typeof element === 'string' ? ofText(element, node) : { ...resolve(element, scope, depth), written: node };
}

function resolveSplit({ argument, node, scope, depth }: Call): Resolved {
  const [delimiter, value] = plainList(argument)?.items ?? [];
  const glue = plainText(delimiter);
  const text = value && textOf(resolve(value, scope, depth));
  if (!glue || text === undefined) return unknown(node, 'Fn::Split');
  return { kind: 'list', elements: text.split(glue), open: false, written: node };
}

function resolveLength({ argument, node, scope, depth }: Call): Resolved {
  const list = resolve(argument, scope, depth);
  return list.kind === 'list' && !list.open ? ofText(String(list.elements.length), node) : unknown(node, 'Fn::Length');
}

function resolveFindInMap({ argument, node, scope, depth }: Call): Resolved {
  const [mapName, top, second, options] = plainList(argument)?.items ?? [];
  const mapping = scope.world.mapping((mapName && textOf(resolve(mapName, scope, depth))) ?? '');
  if (!mapping || !top || !second) return unknown(node, 'Fn::FindInMap');
  scope.world.read(mapping.block);
  const fallback = plainMap(options) && entryNamed(plainMap(options) as MapNode, 'DefaultValue')?.value;
  const row = resolve(top, scope, depth);
  const column = resolve(second, scope, depth);
  const cell = (rowKey: string, columnKey: string) => {
    const map = plainMap(entryNamed(mapping.body, rowKey)?.value);
    return (map && entryNamed(map, columnKey)?.value) ?? fallback;
  };
  const found = (value: SyntaxNode | undefined): Resolved =>
    value ? { ...resolve(value, scope, depth), written: node, stands: value } : unknown(node, 'Fn::FindInMap');
  if (row.kind !== 'question') {
    const [rowKey, columnKey] = [textOf(row), textOf(column)];
    return found(rowKey !== undefined && columnKey !== undefined ? cell(rowKey, columnKey) : undefined);
  }
  const columnKey = textOf(column);
  if (columnKey === undefined) return unknown(node, 'Fn::FindInMap');
  const { domain } = row.question;
  if (!row.question.isPlain) {
    const rowKey = row.question.concrete();
    return found(rowKey === undefined ? undefined : cell(rowKey, columnKey));
  }
  if (!fallback)
    scope.world.confine(
      domain,
      mapping.body.entries.map((entry) => entry.key.text),
    );
  const question = mappedQuestion(domain, scope.world, (literal) => cell(literal, columnKey));
  const lists = mapping.body.entries.some((entry) => plainText(cell(entry.key.text, columnKey)) === undefined);
  if (!lists) return settle(question, node, 'Fn::FindInMap');
  const rowKey = scope.world.concrete(domain);
  return found(rowKey === undefined ? undefined : cell(rowKey, columnKey));
}
