import type { Span } from '#text';
import type { Document } from './document.ts';
import { type HoverLinks, showsDuties } from './hover-duties.ts';
import { describeFindings, findingsAt } from './hover-findings.ts';
import { describeParameter } from './hover-parameter.ts';
import { describeProperty } from './hover-property.ts';
import { describeResource } from './hover-resource.ts';
import { describeValue } from './hover-value.ts';
import { type Spot, spotAt } from './spot.ts';

/** A short text about what stands under the cursor. */
export interface Hover {
  readonly markdown: string;
  /** What the text is about, in the document's text. */
  readonly span: Span;
}

/**
 * What an author wants to know of the place under the cursor: what it is and whose part, what is wrong with it and why, what
 * changing it costs. Undefined where there is nothing to say.
 */
export function hover(document: Document, offset: number, links: HoverLinks = {}): Hover | undefined {
  if (!document.template) return undefined;
  const spot = spotAt(document, offset);
  const findings = findingsAt(document, offset);
  const about = spot ? describeSpot(document, spot, links) : [];
  const sections = [...about, ...describeFindings(document, showsDuties(about) ? findings.slice(0, 1) : findings)];
  const span = spot?.span ?? findings.map(({ place }) => document.spanOf(place))[0];
  if (sections.length === 0 || !span) return undefined;
  return { markdown: sections.join('\n\n'), span };
}

/** The sections of a hover in their order, each a paragraph or list of Markdown; a new kind of knowledge is one more section. */
function describeSpot(document: Document, spot: Spot, links: HoverLinks): readonly string[] {
  const { resource, section, path, key } = spot;
  if (section === 'Parameters' && path.length === 0 && spot.name) return describeParameter(document, spot.name);
  if (!resource) return describeValue(document, spot);
  const onType = path.length === 1 && path[0] === 'Type';
  if (path.length === 0 || onType) return describeResource(document, resource, links);
  if (key && path[0] === 'Properties' && path.length > 1) return describeProperty(document, resource, path.slice(1));
  return describeValue(document, spot);
}

/** Markdown as a client shows it that knows plain text alone. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^\|(?: -+ \|)+\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, row: string) => row.split(' | ').join(': ').replaceAll('\\|', '|'))
    .replace(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/\*\*|`/g, '')
    .replace(/\\([*_#<>[\]])/g, '$1');
}
