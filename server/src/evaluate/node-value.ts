import {
  authoredNode,
  intrinsicOf,
  isNull,
  type LiftedMap,
  type Place,
  placeOf,
  plainMap,
  type Resource,
  type WriteTarget,
} from '#model';
import type { MapNode, SyntaxNode } from '#syntax';
import { embeddedMap } from './embedded.ts';
import { firstLine, isOneLine } from './first-line.ts';
import { cannotBe, sameText } from './literals.ts';
import { membersOf } from './members.ts';
import { patternOf, textOf } from './pieces.ts';
import { keysOf } from './property-path.ts';
import { resolve, type Scope } from './resolve.ts';
import type { Element, Resolved } from './resolved.ts';
import type { Literal, ResourceView, Target, Value } from './value.ts';

/** How a value was reached. */
export interface Origin {
  readonly scope: Scope;
  /** How a resource that the value refers to is shown. */
  readonly view: (resource: Resource) => ResourceView;
  /** The key to point at when the value itself has no text of its own. */
  readonly keyPlace: Place;
  readonly key: string | undefined;
  /** Where a missing value is written. */
  readonly missing: WriteTarget | undefined;
}

/** A node read in a world. Lazily resolved: a value that is never asked decides nothing. */
export class NodeValue implements Value {
  readonly #origin: Origin;
  readonly #element: Element | undefined;
  /** A value that may or may not be there, such as a missing key of a map that a macro completes. */
  readonly #open: boolean;
  #settled: Resolved | undefined;

  constructor(origin: Origin, element: Element | undefined, open = false) {
    this.#origin = origin;
    this.#element = element;
    this.#open = open;
  }

  get key(): string | undefined {
    return this.#origin.key;
  }

  get node(): SyntaxNode | undefined {
    const element = this.#element;
    if (element === undefined || typeof element === 'string') return undefined;
    return this.#origin.scope.world.dealias(element);
  }

  get isKnown(): boolean {
    const resolved = this.#resolve();
    switch (resolved.kind) {
      case 'scalar':
      case 'map':
      case 'list':
        return true;
      case 'question':
        return resolved.question.ask(() => true) === true;
      case 'text':
        return textOf(resolved) !== undefined;
      default:
        return false;
    }
  }

  get isAbsent(): boolean {
    return this.#resolve().kind === 'absent';
  }

  get isUnknown(): boolean {
    return !this.isAbsent && !this.isKnown;
  }

  get isGiven(): boolean {
    const resolved = this.#resolve();
    return resolved.kind === 'unknown' ? resolved.given : resolved.kind !== 'absent';
  }

  get isList(): boolean {
    return this.#resolve().kind === 'list';
  }

  get isMap(): boolean {
    return this.#resolve().kind === 'map';
  }

  get isScalar(): boolean {
    return this.isKnown && !this.isList && !this.isMap;
  }

  is(...literals: readonly Literal[]): boolean {
    const plain = this.#isPlainScalar();
    return this.#ask((text) => literals.some((literal) => sameText(text, literal, plain))) === true;
  }

  isNot(...literals: readonly Literal[]): boolean {
    const resolved = this.#resolve();
    if (resolved.kind === 'absent' || resolved.kind === 'map' || resolved.kind === 'list') return true;
    const plain = this.#isPlainScalar();
    if (resolved.kind === 'text' && literals.every((literal) => cannotBe(resolved.pieces, String(literal))))
      return true;
    return this.#ask((text) => literals.some((literal) => sameText(text, literal, plain))) === false;
  }

  satisfies(predicate: (text: string) => boolean): boolean {
    return this.#ask(predicate) === true;
  }

  text(): string | undefined {
    return textOf(this.#resolve());
  }

  number(): number | undefined {
    const text = this.text();
    const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    return Number.isNaN(number) ? undefined : number;
  }

  pattern(): string | undefined {
    return patternOf(this.#resolve());
  }

  get(path: string): Value {
    let value: NodeValue = this;
    for (const key of keysOf(path)) value = value.#child(key);
    return value;
  }

  items(): readonly Value[] {
    const resolved = this.#resolve();
    if (resolved.kind === 'absent' || resolved.kind === 'unknown') return [];
    if (resolved.kind !== 'list') return [this];
    return resolved.elements
      .map((element) => new NodeValue(this.#itemOrigin(element), element))
      .filter((item) => !item.isAbsent);
  }

  get isOpen(): boolean {
    const resolved = this.#resolve();
    if (resolved.kind === 'map') return membersOf(resolved.map, resolved.scope ?? this.#origin.scope).isOpen;
    if (resolved.kind === 'list') return resolved.open;
    return resolved.kind === 'unknown';
  }

  entries(): readonly (readonly [key: string, value: Value])[] {
    const resolved = this.#resolve();
    if (resolved.kind !== 'map') return [];
    const { members } = membersOf(resolved.map, resolved.scope ?? this.#origin.scope);
    const names = new Set(members.map((member) => member.name));
    return [...names]
      .map((name): readonly [string, NodeValue] => [name, this.#child(name)])
      .filter(([, value]) => !value.isAbsent);
  }

  embedded(): Value {
    const resolved = this.#resolve();
    const written = resolved.written && this.#origin.scope.world.dealias(resolved.written);
    const text = written && intrinsicOf(written)?.name === 'Fn::Sub' ? written : literalOf(resolved);
    const root = text && embeddedMap(text);
    if (!root) return this;
    const { place } = this;
    const anchor = isOneLine(place) ? place : this.#origin.keyPlace;
    const scope = { ...this.#origin.scope, anchor };
    return new NodeValue({ ...this.#origin, scope, keyPlace: anchor, missing: undefined }, root);
  }

  target(): Target | undefined {
    const resolved = this.#resolve();
    return resolved.kind === 'reference' ? this.#targetOf(resolved) : undefined;
  }

  targets(): readonly Target[] {
    const resolved = this.#resolve();
    switch (resolved.kind) {
      case 'reference':
        return [this.#targetOf(resolved)].flatMap((target) => target ?? []);
      case 'text':
        return resolved.pieces.flatMap((piece) => {
          const target = typeof piece !== 'string' && 'hole' in piece ? piece.target : undefined;
          return (target && this.#targetOf(target)) ?? [];
        });
      case 'list':
        return this.items().flatMap((item) => item.targets());
      case 'map':
        return this.entries().flatMap(([, value]) => value.targets());
      case 'unknown':
        return this.#mentioned(resolved.written);
      default:
        return [];
    }
  }

  /** What a function whose result is unknown works on: `Fn::Select` of the parts of an attribute still mentions the resource. */
  #mentioned(written: SyntaxNode | undefined): readonly Target[] {
    const call = written && intrinsicOf(written);
    if (!call || call.name === 'Ref' || call.name === 'Fn::GetAtt') return [];
    return new NodeValue({ ...this.#origin, key: undefined, missing: undefined }, call.argument).targets();
  }

  get parameter(): string | undefined {
    const node = this.#resolve().written;
    const name =
      node?.tag?.name === '!Ref' ? node : plainMap(node)?.entries.find((entry) => entry.key.text === 'Ref')?.value;
    if (name?.kind !== 'scalar') return undefined;
    return this.#origin.scope.world.parameter(name.text) ? name.text : undefined;
  }

  get dynamicReference(): Value['dynamicReference'] {
    const pattern = this.pattern() ?? '';
    const at = pattern.indexOf('{{resolve:');
    if (at < 0) return undefined;
    const service = pattern.slice(at + '{{resolve:'.length).split(':', 1)[0];
    return service === 'ssm' || service === 'ssm-secure' || service === 'secretsmanager' ? service : undefined;
  }

  get place(): Place {
    const { anchor } = this.#origin.scope;
    if (anchor) return anchor;
    const { written, kind } = this.#resolve();
    if (!written || kind === 'absent') return this.#origin.keyPlace;
    if (kind === 'map' || kind === 'list') {
      return written.tag || written.kind === 'alias' ? firstLine(written) : this.#origin.keyPlace;
    }
    return placeOf(written);
  }

  get source(): Place | undefined {
    const { stands } = this.#resolve();
    return stands && placeOf(stands);
  }

  get writeTarget(): WriteTarget | undefined {
    if (this.#origin.scope.anchor) return undefined;
    // A parameter is mended in its Default, so it must be known whether that is the value here.
    const before = this.#resolve();
    if (before.kind === 'question') before.question.ask((text) => text === before.question.domain.default);
    const { kind, written, stands } = this.#resolve();
    if (kind === 'absent' && !written) return this.#origin.missing;
    if (stands) return { at: stands, path: [] };
    if (kind === 'question' || (kind === 'scalar' && this.parameter)) return undefined;
    return written && { at: authoredNode(written), path: [] };
  }

  #resolve(): Resolved {
    if (this.#settled) return this.#settled;
    const resolved = this.#compute();
    // A question narrows as the world is decided, so it is asked anew.
    if (resolved.kind !== 'question' && resolved.kind !== 'text') this.#settled = resolved;
    return resolved;
  }

  #compute(): Resolved {
    const element = this.#element;
    if (this.#open) return { kind: 'unknown', given: false, name: 'Fn::Transform', written: undefined };
    if (element === undefined) return { kind: 'absent', written: undefined };
    if (typeof element === 'string') return { kind: 'scalar', text: element, literal: undefined, written: undefined };
    return resolve(element, this.#origin.scope);
  }

  #ask(predicate: (text: string) => boolean): boolean | undefined {
    const resolved = this.#resolve();
    if (resolved.kind === 'question') return resolved.question.ask(predicate);
    const text = textOf(resolved);
    return text === undefined ? undefined : predicate(text);
  }

  #isPlainScalar(): boolean {
    const resolved = this.#resolve();
    return resolved.kind === 'scalar' && resolved.literal?.style === 'plain';
  }

  #child(key: string): NodeValue {
    const resolved = this.#resolve();
    const { scope, view, keyPlace } = this.#origin;
    const unknown = () => new NodeValue({ scope, view, keyPlace, key, missing: undefined }, undefined, true);
    const missing = (target: WriteTarget | undefined) =>
      new NodeValue({ scope, view, keyPlace, key, missing: target }, undefined);
    if (resolved.kind === 'absent') {
      const target = this.writeTarget;
      return missing(target && { at: target.at, path: [...target.path, key] });
    }
    if (resolved.kind !== 'map') return unknown();
    const { members, isOpen } = membersOf(resolved.map, resolved.scope ?? scope);
    const member = members.findLast((candidate) => candidate.name === key);
    if (member && !isNull(member.entry.value)) {
      const place = member.scope.anchor ?? { block: member.entry.key.block, span: member.entry.key.span };
      return new NodeValue({ scope: member.scope, view, keyPlace: place, key, missing: undefined }, member.entry.value);
    }
    if (isOpen) return unknown();
    if (resolved.scope) return missing(undefined);
    return missing(isLifted(resolved.map) ? resolved.map.authored(key) : { at: resolved.map, path: [key] });
  }

  #itemOrigin(element: Element): Origin {
    const { scope, view, keyPlace } = this.#origin;
    const keyed = { scope, view, keyPlace, key: undefined, missing: undefined };
    return typeof element === 'string' ? keyed : { ...keyed, keyPlace: firstLine(element) };
  }

  #targetOf(target: { readonly logicalId: string; readonly attribute: string | undefined }): Target | undefined {
    const { world } = this.#origin.scope;
    const resource = world.resource(target.logicalId);
    if (!resource) return undefined;
    // A stack with a reference to a resource that does not exist cannot be deployed.
    world.require(resource);
    return { resource: this.#origin.view(resource), attribute: target.attribute };
  }
}

function literalOf(resolved: Resolved): SyntaxNode | undefined {
  return resolved.kind === 'scalar' ? resolved.literal : undefined;
}

function isLifted(map: MapNode): map is LiftedMap {
  return 'lifted' in map;
}
