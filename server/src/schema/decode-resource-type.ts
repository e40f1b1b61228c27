import type { AttributeInfo, PropertyInfo, PropertyReference, PropertyType, ResourceType } from './resource-type.ts';
import type { PropertyExtras, PropertyRecord, TypeCode, TypeRecord } from './type-record.ts';
import { FLAG } from './type-record.ts';

/**
 * Expands a record of the table. Nested types are expanded when they are looked at: some are recursive, some are huge.
 * `readRecord` finds the record of the type that nested types are shared with.
 */
export function decodeResourceType(
  name: string,
  record: TypeRecord,
  readRecord: (type: string) => TypeRecord | undefined,
): ResourceType {
  const shared = createSharedReader(record, readRecord);
  const nested = new Map<string, ReadonlyMap<string, PropertyInfo>>();
  const define = (definition: string): ReadonlyMap<string, PropertyInfo> => {
    const known = nested.get(definition);
    if (known) return known;
    const properties = decodeProperties(record.d?.[definition] ?? shared(definition), define);
    nested.set(definition, properties);
    return properties;
  };
  const primaryIdentifier = record.i ?? [];
  return {
    name,
    properties: decodeProperties(record.p, define),
    attributes: decodeAttributes(record.a ?? {}, define),
    primaryIdentifier,
    ref: record.r ?? primaryIdentifier,
    ...(record.t && { tags: { property: record.t[0], variant: record.t[1] } }),
    stateful: record.s === 1,
    ...(record.x && { transform: record.x }),
    partial: record.x !== undefined || name === CUSTOM_RESOURCE,
  };
}

/** The type behind every `Custom::` name: the author's own properties stand beside its own. */
export const CUSTOM_RESOURCE = 'AWS::CloudFormation::CustomResource';

type NestedRecord = Readonly<Record<string, PropertyRecord>>;

/** Reads nested types from the records of the types that keep them; each of those is parsed once. */
function createSharedReader(
  record: TypeRecord,
  readRecord: (type: string) => TypeRecord | undefined,
): (definition: string) => NestedRecord {
  const keepers = new Map<string, TypeRecord | undefined>();
  return (definition) => {
    const [type] = Object.entries(record.e ?? {}).find(([, names]) => names.includes(definition)) ?? [];
    if (type === undefined) return {};
    if (!keepers.has(type)) keepers.set(type, readRecord(type));
    return keepers.get(type)?.d?.[definition] ?? {};
  };
}

type Define = (definition: string) => ReadonlyMap<string, PropertyInfo>;

function decodeProperties(
  records: Readonly<Record<string, PropertyRecord>>,
  define: Define,
): ReadonlyMap<string, PropertyInfo> {
  return new Map(Object.entries(records).map(([name, record]) => [name, decodeProperty(name, record, define)]));
}

function decodeProperty(name: string, record: PropertyRecord, define: Define): PropertyInfo {
  const [flags, code, extras] = typeof record === 'string' ? splitFlags(record) : record;
  const type = decodeType(code, name, define);
  return {
    name,
    type,
    required: flags.includes(FLAG.required),
    ...(type.kind === 'enum' && { enumValues: type.values }),
    ...(extras && 'v' in extras && { default: extras.v }),
    replacement: flags.includes(FLAG.replacement) || flags.includes(FLAG.updatesRefused),
    ...(flags.includes(FLAG.updatesRefused) && { updatesRefused: true }),
    ...(flags.includes(FLAG.conditionalReplacement) && { conditionalReplacement: true }),
    ...(flags.includes(FLAG.deprecated) && { deprecated: true }),
    references: extras?.r ? extras.r.map(decodeReference) : NO_REFERENCES,
    ...(extras?.y && { policy: extras.y }),
  };
}

const NO_REFERENCES: readonly PropertyReference[] = [];

function splitFlags(record: string): readonly [string, TypeCode, PropertyExtras?] {
  const type = record.search(/[^!^~=-]/);
  return [record.slice(0, type), record.slice(type)];
}

function decodeReference(reference: string): PropertyReference {
  const dot = reference.indexOf('.');
  return { type: reference.slice(0, dot), attribute: reference.slice(dot + 1) };
}

function decodeAttributes(
  codes: Readonly<Record<string, TypeCode>>,
  define: Define,
): ReadonlyMap<string, AttributeInfo> {
  return new Map(Object.entries(codes).map(([name, code]) => [name, { name, type: decodeType(code, name, define) }]));
}

function decodeType(code: TypeCode, property: string, define: Define): PropertyType {
  if (typeof code === 'string') return decodeTypeText(code, property, define);
  const [tag, ...rest] = code;
  if (tag === 'e') return { kind: 'enum', values: rest.map(String) };
  const members = (rest as TypeCode[]).map((member) => decodeType(member, property, define));
  if (tag === 'u') return { kind: 'union', members };
  return { kind: tag === 'l' ? 'list' : 'map', element: members[0] ?? PRIMITIVES.j };
}

function decodeTypeText(code: string, property: string, define: Define): PropertyType {
  if (code[0] === '[') return { kind: 'list', element: decodeTypeText(code.slice(1), property, define) };
  if (code[0] === '{') return { kind: 'map', element: decodeTypeText(code.slice(1), property, define) };
  if (code === 't') return TAG;
  if (code[0] !== ':') return PRIMITIVES[code as keyof typeof PRIMITIVES] ?? PRIMITIVES.j;
  const name = code.slice(1) || property;
  return {
    kind: 'object',
    name,
    get properties() {
      return define(name);
    },
  };
}

const PRIMITIVES = {
  s: { kind: 'string' },
  n: { kind: 'number' },
  i: { kind: 'integer' },
  b: { kind: 'boolean' },
  j: { kind: 'json' },
  d: { kind: 'timestamp' },
} as const satisfies Record<string, PropertyType>;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html
const TAG: PropertyType = {
  kind: 'object',
  name: 'Tag',
  properties: new Map(
    ['Key', 'Value'].map((name) => [
      name,
      { name, type: PRIMITIVES.s, required: true, replacement: false, references: NO_REFERENCES },
    ]),
  ),
};
