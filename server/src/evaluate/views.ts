import { entryNamed, isNull, type Parameter, type Place, type Resource, textKeyOf } from '#model';
import type { SyntaxNode } from '#syntax';
import { NodeValue } from './node-value.ts';
import type { Scope } from './resolve.ts';
import type { ParameterView, ResourceView, TemplateView, Value } from './value.ts';
import type { World } from './world.ts';

/** A resource as it is in a world. It counts as read when something of it is asked, not when a search comes across it. */
export function viewResource(resource: Resource, world: World): ResourceView {
  const { resources } = world.views;
  const known = resources.get(resource);
  if (known) return known;
  const view = createResourceView(resource, world);
  resources.set(resource, view);
  return view;
}

function createResourceView(resource: Resource, world: World): ResourceView {
  const { logicalId, type, authoredType } = resource;
  const { anchor } = resource;
  const scope = { world, variables: resource.variables, ...(anchor && { anchor }) };
  const view = (other: Resource) => viewResource(other, world);
  const keyPlace: Place = { block: resource.key.block, span: resource.key.span };
  const missing = resource.writable ? { at: resource.body, path: ['Properties'] } : undefined;
  const root = new NodeValue({ scope, view, keyPlace, key: undefined, missing }, resource.properties);
  const note = () => {
    world.read(resource.block);
    world.reads.lookup('resource', logicalId);
  };
  return {
    logicalId,
    type,
    authoredType,
    resource,
    get place() {
      note();
      return keyPlace;
    },
    get properties() {
      note();
      return root;
    },
    get(path) {
      note();
      return root.get(path);
    },
    attribute(name) {
      note();
      const entry = entryNamed(resource.body, name);
      const place = entry && !anchor ? { block: entry.key.block, span: entry.key.span } : keyPlace;
      const origin = {
        scope,
        view,
        keyPlace: place,
        key: name,
        missing: resource.writable ? { at: resource.body, path: [name] } : undefined,
      };
      return new NodeValue(origin, entry && !isNull(entry.value) ? entry.value : undefined);
    },
    get template() {
      return viewTemplate(world);
    },
  };
}

/** The template as it is in a world. */
export function viewTemplate(world: World): TemplateView {
  const known = world.views;
  known.template ??= createTemplateView(world);
  return known.template;
}

function createTemplateView(world: World): TemplateView {
  const { template } = world;
  const exists = (resource: Resource) => world.exists(resource) !== false;
  const show = (resource: Resource) => viewResource(resource, world);
  const ofTypes = (types: readonly string[]) => types.flatMap((type) => world.resourcesOfType(type));
  const naming = (name: string, types: readonly string[]) =>
    world
      .referrersOf(name)
      .filter((resource) => (types.length === 0 || types.includes(resource.type)) && exists(resource))
      .map(show);
  return {
    resources: (...types) => ofTypes(types).filter(exists).map(show),
    declared: (...types) => ofTypes(types).map(show),
    resource(logicalId) {
      const resource = world.resource(logicalId);
      return resource && exists(resource) ? show(resource) : undefined;
    },
    referrers: (of, ...types) => naming(of.logicalId, types),
    mentioning(value, ...types) {
      const text = value.node && textKeyOf(value.node);
      return text === undefined ? [] : naming(text, types);
    },
    get isOpen() {
      return world.isOpen;
    },
    get parameters() {
      world.reads.lookup('parameters');
      return [...template.parameters.values()].map((parameter) => viewParameter(parameter, world));
    },
    get outputs() {
      world.reads.lookup('outputs');
      return [...template.outputs.values()].map((output) => ({
        name: output.name,
        place: { block: output.key.block, span: output.key.span },
        value: rootValue(
          entryNamed(output.body, 'Value')?.value,
          { block: output.key.block, span: output.key.span },
          { world, variables: output.variables, ...(output.anchor && { anchor: output.anchor }) },
        ),
      }));
    },
  };
}

function viewParameter(parameter: Parameter, world: World): ParameterView {
  const place: Place = { block: parameter.key.block, span: parameter.key.span };
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
