import { brokenReferences, explore, holdsInMoreWorlds, type ResourceView, type Value, viewResource } from '#evaluate';
import { type Domain, intrinsicOf, type Mapping, type Parameter, type Resource, type Template } from '#model';
import { walk } from '#syntax';

type Pins = ReadonlyMap<string, Domain>;

/**
 * Whether there is a world in which a template could be deployed and after a fix no longer can: something new refers to what does
 * not exist there, or is the second where there may be but one, a default or mapping is no longer plain text, or the template's Rules forbid
 * a new default.
 */
export function breaksDeployment(before: Template, after: Template, pins: Pins): boolean {
  const touched = [...after.resources].filter(([name, resource]) => before.resources.get(name) !== resource);
  return (
    touched.some(([name, resource]) => losesReference(resource, before.resources.get(name), before, after, pins)) ||
    touched.some(([name, resource]) => !before.resources.has(name) && isSecond(resource, after, pins)) ||
    callsMore(before.parameters, after.parameters) ||
    callsMore(before.mappings, after.mappings) ||
    [...after.parameters.keys()].some((name) => isDefaultForbidden(name, before, after, pins))
  );
}

type Declarations = ReadonlyMap<string, Parameter | Mapping>;

/** Whether parameters or mappings call functions that they did not: they are read before there is anything to call. */
function callsMore(before: Declarations, after: Declarations): boolean {
  return [...after].some(([name, now]) => {
    const then = before.get(name);
    return then !== now && callsIn(now) > (then ? callsIn(then) : 0);
  });
}

function callsIn({ body }: Parameter | Mapping): number {
  let calls = 0;
  if (body) walk(body, (node) => (calls += intrinsicOf(node) ? 1 : 0));
  return calls;
}

function losesReference(
  resource: Resource,
  earlier: Resource | undefined,
  before: Template,
  after: Template,
  pins: Pins,
): boolean {
  const now = brokenReferences(after, pins, resource);
  const names = new Set(now.leaves.flatMap(({ outcome }) => [...outcome]));
  if (names.size === 0) return false;
  const then = earlier && brokenReferences(before, pins, earlier);
  return [...names].some((name) => {
    const breaks = (broken: ReadonlySet<string>) => broken.has(name);
    return !then || holdsInMoreWorlds(then, breaks, now, breaks);
  });
}

/** Types of which there may be one for each value of a property; a second one fails or overwrites the first. */
const ONE_FOR_EACH: { readonly [type: string]: string } = {
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::NetworkFirewall::LoggingConfiguration': 'FirewallArn',
  'AWS::S3::BucketPolicy': 'Bucket',
  'AWS::SecretsManager::ResourcePolicy': 'SecretId',
  'AWS::SecretsManager::RotationSchedule': 'SecretId',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::WAFv2::WebACLAssociation': 'ResourceArn',
};

function isSecond(resource: Resource, template: Template, pins: Pins): boolean {
  const property = Object.hasOwn(ONE_FOR_EACH, resource.type) ? ONE_FOR_EACH[resource.type] : undefined;
  if (property === undefined || template.resourcesOfType(resource.type).length < 2) return false;
  const { leaves } = explore(template, pins, resource, (world) => {
    const view = viewResource(resource, world);
    const wanted = subjectsOf(view, property);
    const others = view.template.resources(resource.type).filter((other) => other !== view);
    return others.some((other) => subjectsOf(other, property).some((subject) => wanted.includes(subject)));
  });
  return leaves.some(({ outcome }) => outcome);
}

function subjectsOf(view: ResourceView, property: string): readonly string[] {
  return view
    .get(property)
    .items()
    .flatMap((item: Value) => item.target()?.resource.logicalId ?? item.pattern() ?? []);
}

function isDefaultForbidden(name: string, before: Template, after: Template, pins: Pins): boolean {
  const isChanged = before.parameters.has(name) && before.domainOf(name)?.default !== after.domainOf(name)?.default;
  return isChanged && isDefaultDeployable(name, before, pins) && !isDefaultDeployable(name, after, pins);
}

function isDefaultDeployable(name: string, template: Template, pins: Pins): boolean {
  const { leaves } = explore(template, pins, undefined, (world) => {
    const domain = world.domain(name);
    return domain && world.concrete(domain);
  });
  return leaves.some(({ outcome }) => outcome === template.domainOf(name)?.default);
}
