import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property } from '@aws-cdk/service-spec-types';
import { afterEach, expect, it } from 'vitest';
import { createSchema, type PropertyInfo, type PropertyType } from '#schema';
import { generateTables, isStale, writeTables } from '../../scripts/generate-schema.mts';

const tables = generateTables();
const schema = createSchema({
  resources: () => tables.get('resources.json'),
  iamActions: () => tables.get('iam-actions.json'),
  docs: (service) => tables.get(`docs/${service}.json`) ?? '',
});

const folders: string[] = [];
const newFolder = () => {
  const parent = mkdtempSync(join(tmpdir(), 'schema-'));
  folders.push(parent);
  return join(parent, 'tables');
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

it('gives the same bytes twice', () => {
  expect([...generateTables()]).toEqual([...tables]);
});

it('writes JSON that says it is generated, in ASCII, without a date', () => {
  for (const [name, text] of tables) {
    expect(JSON.parse(text).generated, name).toMatch(/do not edit/);
    expect(/^[\n\x20-\x7e]*$/.test(text), name).toBe(true);
  }
});

it('keeps the tables small enough to ship and to load', () => {
  expect(gzipSync(tables.get('resources.json') ?? '').length).toBeLessThan(400_000);
  expect(gzipSync(tables.get('iam-actions.json') ?? '').length).toBeLessThan(125_000);
});

it('says when the tables are missing, made by other means, or right', () => {
  const folder = newFolder();
  expect(isStale(folder)).toBe(true);
  writeTables(tables, folder);
  expect(isStale(folder)).toBe(false);
  expect(readFileSync(join(folder, 'resources.json'), 'utf8')).toBe(tables.get('resources.json'));
  const stamp = readFileSync(join(folder, 'stamp.json'), 'utf8');
  writeFileSync(join(folder, 'stamp.json'), stamp.replace(/aws-service-spec [\d.]+/, 'aws-service-spec 0.0.1'));
  expect(isStale(folder)).toBe(true);
});

it('loses no property, flag or text of the source', () => {
  const db = loadAwsServiceSpecSync();
  const lost: string[] = [];
  const corrected: string[] = [];
  let unreached = 0;
  const compare = (where: string, expected: Readonly<Record<string, Property>>, actual: Properties) => {
    if (actual.size !== Object.keys(expected).length) lost.push(`${where}: ${actual.size} properties`);
    for (const [name, property] of Object.entries(expected)) {
      const info = actual.get(name);
      const same =
        info?.required === (property.required ?? false) &&
        (info.replacement || property.causesReplacement !== 'yes') &&
        (info.replacement || info.conditionalReplacement === (property.causesReplacement === 'maybe' || undefined)) &&
        (info.default === undefined ? undefined : JSON.stringify(info.default)) === property.defaultValue &&
        kindOf(info.type) === kindOfSource(property.type);
      if (!same) lost.push(`${where}.${name}`);
      if (info?.replacement && property.causesReplacement !== 'yes') corrected.push(`${where}.${name}`);
    }
  };
  for (const resource of db.all('resource')) {
    const type = resource.cloudFormationType;
    const known = schema.resourceType(type);
    if (!known) {
      lost.push(type);
      continue;
    }
    compare(type, resource.properties, known.properties);
    if (known.attributes.size !== Object.keys(resource.attributes).length) lost.push(`${type} attributes`);
    const nested = nestedTypes([...known.properties.values(), ...known.attributes.values()].map(({ type }) => type));
    for (const { entity } of db.follow('usesType', resource)) {
      const reached = nested.get(entity.name);
      if (reached) compare(`${type} ${entity.name}`, entity.properties, reached);
      else unreached++;
    }
    if (schema.documentation(type) !== (resource.documentation?.trim() || undefined)) lost.push(`${type} text`);
  }
  expect(lost).toEqual([]);
  expect(corrected).toContain('AWS::EC2::Volume.Encrypted');
  expect(corrected.length).toBeLessThan(20);
  // The source keeps a few nested types that nothing uses any more.
  expect(unreached).toBeLessThan(100);
});

const tags = schema.property('AWS::S3::Bucket', 'Tags')?.type;
const builtInTag = tags?.kind === 'list' ? tags.element : undefined;

type Properties = ReadonlyMap<string, PropertyInfo>;

/** All nested types that can be reached, by name. */
function nestedTypes(types: readonly PropertyType[]): ReadonlyMap<string, Properties> {
  const found = new Map<string, Properties>();
  const seen = new Set<Properties>();
  const pending = [...types];
  for (let type = pending.pop(); type; type = pending.pop()) {
    if (type.kind === 'list' || type.kind === 'map') pending.push(type.element);
    if (type.kind === 'union') pending.push(...type.members);
    if (type.kind !== 'object' || seen.has(type.properties)) continue;
    seen.add(type.properties);
    // AWS's own tag is called like the tag of a type that brings one.
    if (type !== builtInTag) found.set(type.name, type.properties);
    pending.push(...[...type.properties.values()].map((property) => property.type));
  }
  return found;
}

function kindOf(type: PropertyType): string {
  if (type.kind === 'list' || type.kind === 'map') return `${type.kind} of ${kindOf(type.element)}`;
  if (type.kind === 'union') return type.members.map(kindOf).join(' or ');
  if (type.kind === 'enum') return type.values.join('|');
  return type.kind;
}

function kindOfSource(type: Property['type']): string {
  if (type.type === 'array') return `list of ${kindOfSource(type.element)}`;
  if (type.type === 'map') return `map of ${kindOfSource(type.element)}`;
  if (type.type === 'union') return type.types.map(kindOfSource).join(' or ');
  if (type.type === 'ref' || type.type === 'tag') return 'object';
  if (type.type === 'date-time') return 'timestamp';
  if ((type.type === 'string' || type.type === 'integer') && type.allowedValues) return type.allowedValues.join('|');
  return type.type;
}
