import { entryNamed, isNull, type Parameter, type Place, type Resource } from '#model';
import type { SyntaxNode } from '#syntax';
import { NodeValue } from './node-value.ts';
import type { ParameterView, ResourceView, TemplateView, Value } from './value.ts';
import type { World } from './world.ts';

/** A resource as it is in a world. */
export function viewResource(resource: Resource, world: World): ResourceView {
  world.read(resource.block);
  const scope = { world, variables: resource.variables };
  const place: Place = { block: resource.key.block, span: resource.key.span };
  const bodyEntry = (name: string) => {
    const node = entryNamed(resource.body, name)?.value;
    return node && isNull(node) ? undefined : node;
  };
  const properties = new NodeValue(
    { scope, keyPlace: place, key: undefined, missing: missingProperties(resource) },
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
        { scope, keyPlace, key: name, missing: { at: resource.body, path: [name] } },
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
    get isOpen() {
      return world.isOpen('Resources');
    },
    get parameters() {
      const all = world.reads.lookup(template, 'parameters', '', (current) => current.parameters);
      return [...all.values()].map((parameter) => viewParameter(parameter, world));
    },
    get outputs() {
      const all = world.reads.lookup(template, 'outputs', '', (current) => current.outputs);
      return [...all.values()].map((output) => ({
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
  return new NodeValue({ scope: { world, variables: new Map() }, keyPlace, key: undefined, missing: undefined }, node);
}
