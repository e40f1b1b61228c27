import { CUSTOM_RESOURCE } from './decode-resource-type.ts';
import type { FoundProperty } from './property-path.ts';

/** A resource type's line of `docs/<service>.json`: Markdown by the type itself, properties, nested types, attributes. */
export interface DocsRecord {
  readonly t?: string;
  readonly p?: Readonly<Record<string, string>>;
  /** Properties of nested types, by the nested type's name; `''` holds the text on the nested type itself. */
  readonly d?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly a?: Readonly<Record<string, string>>;
}

/** The service part of a resource type in lower case: `s3` of `AWS::S3::Bucket`. `undefined` for other shapes. */
export function serviceOf(type: string): string | undefined {
  const [vendor, service, resource] = type.split('::');
  return vendor && service && resource ? service.toLowerCase() : undefined;
}

/** AWS's text on a property that was found in the type. */
export function propertyText(docs: DocsRecord, found: FoundProperty): string | undefined {
  const texts = found.owner === undefined ? docs.p : docs.d?.[found.owner];
  return texts?.[found.info.name];
}

/** AWS's text on what `Fn::GetAtt` returns for an attribute. */
export function attributeText(docs: DocsRecord, attribute: string): string | undefined {
  return docs.a && Object.hasOwn(docs.a, attribute) ? docs.a[attribute] : undefined;
}

/**
 * The page of AWS that describes a type, or, given a property found in it, the property's place on its page.
 *
 * Pages are named by rule since the Template Reference became a guide of its own (2025): the irregular names of the older
 * User Guide (`aws-properties-ec2-security-group`) are gone there. SAM has its own guide; custom resources share one page;
 * types that AWS does not document get the list of all types.
 */
export function typeUrl(type: string, found?: FoundProperty): string {
  if (type.startsWith('Custom::')) return typeUrl(CUSTOM_RESOURCE, found);
  const [vendor, service, resource] = type.toLowerCase().split('::');
  if (!service || !resource) return ALL_TYPES;
  if (vendor === 'alexa') return `${TEMPLATE_REFERENCE}alexa-resource-${service}-${resource}.html`;
  if (vendor !== 'aws') return ALL_TYPES;
  if (service === 'serverless') return `${SAM_GUIDE}sam-resource-${resource}.html`;
  const name = `${service}-${resource}`;
  if (!found) return `${TEMPLATE_REFERENCE}aws-resource-${name}.html`;
  const property = found.info.name.toLowerCase();
  if (found.owner === undefined) return `${TEMPLATE_REFERENCE}aws-resource-${name}.html#cfn-${name}-${property}`;
  const nested = `${name}-${found.owner.toLowerCase()}`;
  return `${TEMPLATE_REFERENCE}aws-properties-${nested}.html#cfn-${nested}-${property}`;
}

const TEMPLATE_REFERENCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';
const SAM_GUIDE = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/';
const ALL_TYPES = `${TEMPLATE_REFERENCE}aws-template-resource-type-ref.html`;
