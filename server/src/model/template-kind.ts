import { remember, type Section, type SyntaxNode, type SyntaxTree } from '#syntax';
import { plainList, plainMap, plainText, valueNamed } from './read-node.ts';
import type { TemplateKind } from './template.ts';

const SAM_TRANSFORM = 'AWS::Serverless-2016-10-31';
/** `AWS::S3::Bucket`, `Custom::Thing`, `Alexa::ASK::Skill`, `Vendor::Service::Thing`, `My::Module::Name::MODULE`. */
const RESOURCE_TYPE = /^(?:Custom::[\w@-]+|\w{1,64}(?:::\w{1,64}){2,3})$/;

/**
 * Whether a text is a template, and of which kind; undefined for compose files, manifests, workflows, API documents, a
 * serverless.yml and whatever else. Decided by its own words, never by the file's name: a format version, a transform, or
 * `Resources` in which something has a resource type.
 */
export function templateKind(tree: SyntaxTree): TemplateKind | undefined {
  const top = new Map(tree.sections.map((section) => [section.name, section]));
  if (hasSamTransform(top.get('Transform'))) return 'sam';
  const kind = kindOfResources(top.get('Resources'));
  if (kind) return kind;
  return plainText(top.get('AWSTemplateFormatVersion')?.block.value) === undefined ? undefined : 'cloudformation';
}

function hasSamTransform(section: Section | undefined): boolean {
  const transform = section?.block.value;
  if (plainText(transform) === SAM_TRANSFORM) return true;
  return plainList(transform)?.items.some((item) => plainText(item) === SAM_TRANSFORM) ?? false;
}

/** What the types of the resources say; undefined when none has a type that could be one. */
function kindOfResources(resources: Section | undefined): TemplateKind | undefined {
  let kind: TemplateKind | undefined;
  for (const { value } of resources?.entries ?? plainMap(resources?.block.value)?.entries ?? []) {
    const found = value && kindOfEntry(value);
    // SAM's own tools read serverless types with or without the transform.
    if (found === 'sam') return found;
    kind ??= found;
  }
  return kind;
}

/** What an entry of Resources makes of its template. */
export const kindOfEntry = remember((body: SyntaxNode): TemplateKind | undefined => {
  const types = typesIn(body);
  if (types.some((type) => type.startsWith('AWS::Serverless::'))) return 'sam';
  return types.some((type) => RESOURCE_TYPE.test(type)) ? 'cloudformation' : undefined;
});

/** The type of a resource, or of those in a `Fn::ForEach`: `[variable, values, { id: body }]`. */
function typesIn(body: SyntaxNode | undefined): readonly string[] {
  const loop = plainMap(plainList(body)?.items[2]);
  if (loop) return loop.entries.flatMap((entry) => (plainList(entry.value) ? [] : typesIn(entry.value)));
  const map = plainMap(body);
  const type = map && plainText(valueNamed(map, 'Type'));
  return type === undefined ? [] : [type];
}
