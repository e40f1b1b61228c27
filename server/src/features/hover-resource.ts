import type { Resource } from '#model';
import type { Document } from './document.ts';
import { describeDuties, type HoverLinks } from './hover-duties.ts';
import { byWeight, inBrief } from './hover-findings.ts';
import { firstSentences } from './prose.ts';

/** A resource: what it is, whose part each aspect of it is, what is open. Its own squiggle's findings come in full from elsewhere. */
export function describeResource(document: Document, resource: Resource, links: HoverLinks): readonly string[] {
  const { authoredType } = resource;
  if (authoredType === '') return [];
  const { schema, responsibilities } = document;
  const duties = describeDuties(document, resource, links);
  const service = (responsibilities.of(authoredType) ?? responsibilities.of(resource.type))?.service;
  const text = firstSentences(schema.documentation(authoredType) ?? service?.summary ?? '', duties.length > 0 ? 1 : 2);
  const data = schema.resourceType(authoredType)?.stateful ? ' It holds data, which a replacement loses.' : '';
  const what = `${text}${data}`.trim();
  return [
    titleOf(document, resource),
    ...(what === '' ? [] : [what]),
    ...(duties.length > 0 ? duties : elsewhere(document, resource)),
  ];
}

/** A resource's type and where to read on, in a line. */
export function titleOf({ schema, responsibilities }: Document, { authoredType, type }: Resource): string {
  const service = (responsibilities.of(authoredType) ?? responsibilities.of(type))?.service;
  const name = service ? ` · ${service.name}` : '';
  return `**${authoredType}**${name} · [AWS documentation](${schema.documentationUrl(authoredType)})`;
}

/** What is open on a resource of which nobody has said whose part it is. */
function elsewhere(document: Document, { logicalId, key, block }: Resource): readonly string[] {
  const found = byWeight(document.analysis?.findings ?? []).filter(
    (finding) =>
      finding.resource?.logicalId === logicalId &&
      !(finding.place.block === block && finding.place.span.start === key.span.start),
  );
  if (found.length === 0) return [];
  const lines = found.slice(0, SHOWN).map((finding) => inBrief(document, finding));
  return [lines.join('\n'), ...(found.length > SHOWN ? [`and ${found.length - SHOWN} more`] : [])];
}

const SHOWN = 6;
