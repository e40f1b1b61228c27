import { entryNamed, isNull, type Parameter, type Place, type Resource } from '#model';
import type { SyntaxNode } from '#syntax';
import { NodeValue } from './node-value.ts';
import type { ParameterView, ResourceView, TemplateView, Value } from './value.ts';
import type { World } from './world.ts';

/** A resource as it is in a world. */
export function viewResource(resource: Resource, world: World): ResourceView {
  world.read(resource.block);
  const scope = { world, variables: resource.variables };
  const view = (other: Resource) => viewResource(other, world);
  const place: Place = { block: resource.key.block, span: resource.key.span };
  const bodyEntry = (name: string) => {
    const node = entryNamed(resource.body, name)?.value;
    return node && isNull(node) ? undefined : node;
  };
  const properties = new NodeValue(
    { scope, view, keyPlace: place, key: undefined, missing: missingProperties(resource) },
    resource.properties,
  );
  return {
    logicalId: resource.logicalId,
    type: resource.type,
    authoredType: resource.authoredType,
    place,
    resource,
    properties,
    get: (path) => properties.get(path),
    attribute(name) {
      const key = entryNamed(resource.body, name)?.key;
      const keyPlace = key ? { block: key.block, span: key.span } : place;
      return new NodeValue(
        { scope, view, keyPlace, key: name, missing: { at: resource.body, path: [name] } },
        bodyEntry(name),
      );
    },
    get template() {
      return viewTemplate(world);
    },
  };
}

function missingProperties(resource: Resource) {
  return resource.writable ? { at: resource.body, path: ['Properties'] } : undefined;
}

/** The template as it is in a world. */
export function viewTemplate(world: World): TemplateView {
  const { template } = world;
  const exists = (resource: Resource) => !resource.condition || world.holds(resource.condition) !== false;
  return {
    resources: (...types) =>
      types
        .flatMap((type) => world.resourcesOfType(type))
        .filter(exists)
        .map((resource) => viewResource(resource, world)),
    declared: (...types) =>
      types.flatMap((type) => world.resourcesOfType(type)).map((resource) => viewResource(resource, world)),
    resource(logicalId) {
      const resource = world.resource(logicalId);
      return resource && exists(resource) ? viewResource(resource, world) : undefined;
    },
    referrers: (of, ...types) =>
      world
        .referrersOf(of.logicalId)
        .filter((resource) => (types.length === 0 || types.includes(resource.type)) && exists(resource))
        .map((resource) => viewResource(resource, world)),
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
          world,
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
    get: (path) => rootValue(parameter.body, place, world).get(path),
  };
}

function rootValue(node: SyntaxNode | undefined, keyPlace: Place, world: World): Value {
  const view = (resource: Resource) => viewResource(resource, world);
  return new NodeValue(
    { scope: { world, variables: new Map() }, view, keyPlace, key: undefined, missing: undefined },
    node,
  );
}
