import type { Resource } from '#model';
import type { Document } from './document.ts';
import { byWeight, inBrief } from './hover-findings.ts';
import { firstSentences } from './prose.ts';

/** A resource: what it is, how much is open on it. Its own squiggle's findings come in full from elsewhere. */
export function describeResource(document: Document, resource: Resource): readonly string[] {
  const { authoredType, logicalId, key, block } = resource;
  if (authoredType === '') return [];
  const { schema } = document;
  const text = schema.documentation(authoredType);
  const elsewhere = byWeight(document.analysis?.findings ?? []).filter(
    (finding) =>
      finding.resource?.logicalId === logicalId &&
      !(finding.place.block === block && finding.place.span.start === key.span.start),
  );
  const data = schema.resourceType(authoredType)?.stateful ? ' It holds data, which a replacement loses.' : '';
  return [
    `**${authoredType}** · [AWS documentation](${schema.documentationUrl(authoredType)})`,
    ...(text === undefined && data === '' ? [] : [`${firstSentences(text ?? '', 2)}${data}`.trim()]),
    ...(elsewhere.length === 0
      ? []
      : [
          elsewhere
            .slice(0, SHOWN)
            .map((finding) => inBrief(document, finding))
            .join('\n'),
        ]),
    ...(elsewhere.length > SHOWN ? [`and ${elsewhere.length - SHOWN} more`] : []),
  ];
}

const SHOWN = 6;
