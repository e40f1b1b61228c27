import { entryNamed, isNull, type Parameter, type Place, placeOf, type Resource, textKeyOf } from '#model';
import type { SyntaxNode } from '#syntax';
import { NodeValue } from './node-value.ts';
import type { Scope } from './resolve.ts';
import type { OutputView, ParameterView, ResourceView, TemplateView, Value } from './value.ts';
import type { World } from './world.ts';

/** A resource as it is in a world. It counts as read when something of it is asked, not when a search comes across it. */
export function viewResource(resource: Resource, world: World): ResourceView {
  const { resources } = world.views;
  const known = resources.get(resource);
  if (known) return known;
  const view = new WorldResource(resource, world);
  resources.set(resource, view);
  return view;
}

/** A class, for a literal with getters gets a hidden class of its own each time, which keeps all it reaches in memory. */
class WorldResource implements ResourceView {
  readonly resource: Resource;
  readonly #world: World;
  readonly #keyPlace: Place;
  #properties: Value | undefined;

  constructor(resource: Resource, world: World) {
    this.resource = resource;
    this.#world = world;
    this.#keyPlace = placeOf(resource.key);
  }

  get logicalId(): string {
    return this.resource.logicalId;
  }

  get type(): string {
    return this.resource.type;
  }

  get authoredType(): string {
    return this.resource.authoredType;
  }

  get place(): Place {
    this.#note();
    return this.#keyPlace;
  }

  get properties(): Value {
    this.#note();
    this.#properties ??= this.#valueAt('Properties', this.resource.properties, this.#keyPlace, undefined);
    return this.#properties;
  }

  get(path: string): Value {
    return this.properties.get(path);
  }

  attribute(name: string): Value {
    this.#note();
    const entry = entryNamed(this.resource.body, name);
    const place = entry && !this.resource.anchor ? placeOf(entry.key) : this.#keyPlace;
    return this.#valueAt(name, entry && !isNull(entry.value) ? entry.value : undefined, place, name);
  }

  get template(): TemplateView {
    return viewTemplate(this.#world);
  }

  #note(): void {
    this.#world.read(this.resource.block);
    this.#world.reads.lookup('resource', this.logicalId);
  }

  #valueAt(name: string, node: SyntaxNode | undefined, keyPlace: Place, key: string | undefined): Value {
    const { anchor, variables, writable, body } = this.resource;
    const world = this.#world;
    const scope = { world, variables, ...(anchor && { anchor }) };
    const missing = writable ? { at: body, path: [name] } : undefined;
    return new NodeValue({ scope, view: (other) => viewResource(other, world), keyPlace, key, missing }, node);
  }
}

/** The template as it is in a world. */
export function viewTemplate(world: World): TemplateView {
  const known = world.views;
  known.template ??= new WorldTemplate(world);
  return known.template;
}

class WorldTemplate implements TemplateView {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  resources(...types: readonly string[]): readonly ResourceView[] {
    return this.#ofTypes(types)
      .filter((resource) => this.#exists(resource))
      .map((resource) => viewResource(resource, this.#world));
  }

  declared(...types: readonly string[]): readonly ResourceView[] {
    return this.#ofTypes(types).map((resource) => viewResource(resource, this.#world));
  }

  resource(logicalId: string): ResourceView | undefined {
    const resource = this.#world.resource(logicalId);
    return resource && this.#exists(resource) ? viewResource(resource, this.#world) : undefined;
  }

  referrers(of: ResourceView, ...types: readonly string[]): readonly ResourceView[] {
    return this.#naming(of.logicalId, types);
  }

  mentioning(value: Value, ...types: readonly string[]): readonly ResourceView[] {
    const text = value.node && textKeyOf(value.node);
    return text === undefined ? [] : this.#naming(text, types);
  }

  get isOpen(): boolean {
    return this.#world.isOpen;
  }

  get parameters(): readonly ParameterView[] {
    const world = this.#world;
    world.reads.lookup('parameters');
    return [...world.template.parameters.values()].map((parameter) => viewParameter(parameter, world));
  }

  get outputs(): readonly OutputView[] {
    const world = this.#world;
    world.reads.lookup('outputs');
    return [...world.template.outputs.values()].map(({ name, key, body, variables, anchor }) => {
      const place = placeOf(key);
      const scope = { world, variables, ...(anchor && { anchor }) };
      return { name, place, value: rootValue(entryNamed(body, 'Value')?.value, place, scope) };
    });
  }

  #exists(resource: Resource): boolean {
    return this.#world.exists(resource) !== false;
  }

  #ofTypes(types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.#world.resourcesOfType(type));
  }

  #naming(name: string, types: readonly string[]): readonly ResourceView[] {
    return this.#world
      .referrersOf(name)
      .filter((resource) => (types.length === 0 || types.includes(resource.type)) && this.#exists(resource))
      .map((resource) => viewResource(resource, this.#world));
  }
}

function viewParameter(parameter: Parameter, world: World): ParameterView {
  const place = placeOf(parameter.key);
  world.read(parameter.block);
  return {
    name: parameter.name,
    type: parameter.type,
    noEcho: parameter.noEcho,
    place,
    get: (path) => rootValue(parameter.body, place, { world, variables: new Map() }).get(path),
  };
}

function rootValue(node: SyntaxNode | undefined, keyPlace: Place, scope: Scope): Value {
  const view = (resource: Resource) => viewResource(resource, scope.world);
  return new NodeValue({ scope, view, keyPlace, key: undefined, missing: undefined }, node);
}
