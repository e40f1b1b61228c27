import type { SyntaxNode, SyntaxTree } from '#syntax';
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
  const resources = top.get('Resources');
  const kind = isSam(tree) ? 'sam' : 'cloudformation';
  if (plainText(top.get('AWSTemplateFormatVersion')?.block.value)) return kind;
  if (kind === 'sam') return kind;
  if (!resources) return undefined;
  const bodies = resources.entries
    ? resources.entries.map((entry) => entry.value)
    : (plainMap(resources.block.value)?.entries.map((entry) => entry.value) ?? []);
  return bodies.some(hasResourceType) ? kind : undefined;
}

function isSam(tree: SyntaxTree): boolean {
  const transform = tree.sections.find((section) => section.name === 'Transform')?.block.value;
  if (plainText(transform) === SAM_TRANSFORM) return true;
  return plainList(transform)?.items.some((item) => plainText(item) === SAM_TRANSFORM) ?? false;
}

function hasResourceType(body: SyntaxNode | undefined): boolean {
  const map = plainMap(body);
  const type = map && plainText(valueNamed(map, 'Type'));
  return type !== undefined && RESOURCE_TYPE.test(type);
}
