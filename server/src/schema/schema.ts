import { CUSTOM_RESOURCE, decodeResourceType } from './decode-resource-type.ts';
import { attributeText, type DocsRecord, propertyText, serviceOf, typeUrl } from './documentation.ts';
import type { IamAction } from './iam-action.ts';
import { createIamExpander } from './iam-table.ts';
import { findProperty, type PropertyPath, pathSteps } from './property-path.ts';
import type { PropertyInfo, ResourceType } from './resource-type.ts';
import type { SchemaSource } from './schema-source.ts';
import { indexTable, type TableText } from './table-text.ts';
import type { TypeRecord } from './type-record.ts';

/**
 * The CloudFormation resource types and IAM actions. As long as a table has not arrived every answer about it is the one
 * for "not known" (`undefined`, an empty list, false): nothing may be concluded from those before `isLoaded()`.
 */
export interface Schema {
  /** A resource type by its full name; any `Custom::Name` is a custom resource. `undefined` when not known. */
  resourceType(type: string): ResourceType | undefined;
  /** The names of all resource types in the table, in alphabetical order. */
  resourceTypes(): readonly string[];
  /** Whether the table has the type. A type it does not have may still exist (private, third-party or brand-new ones). */
  isKnownType(type: string): boolean;
  /**
   * The property at a path such as `BucketEncryption.ServerSideEncryptionConfiguration[].BucketKeyEnabled`; list items are
   * `[]` or numbers, keys of a map are steps. A property inside a create-only one is create-only too.
   * `undefined` when the type or the path is not known, or when the path leads into free JSON.
   */
  property(type: string, path: PropertyPath): PropertyInfo | undefined;
  /**
   * What setting or changing the value at a path does to the deployed resource: `always` replaces it; `sometimes`, when
   * that depends on the change (a value with create-only parts counts); `never`; `unknown` when the table cannot tell.
   */
  replacement(type: string, path: PropertyPath): 'always' | 'sometimes' | 'never' | 'unknown';
  /**
   * The actions that a pattern of a policy allows: `s3:Get*`, `*`, `iam:pass?ole`, in any case, alphabetical. Empty for a
   * pattern that names no action. The work is bounded whatever the pattern.
   */
  iamActions(pattern: string): readonly IamAction[];
  /** AWS's text, in Markdown, on a type, or on a property or attribute of it. `undefined` where there is none. */
  documentation(type: string, path?: PropertyPath): string | undefined;
  /** AWS's page on a type, at a property when a known path is given. For a type AWS does not document, its list of types. */
  documentationUrl(type: string, path?: PropertyPath): string;
  /** Whether the table of resource types has arrived. */
  isLoaded(): boolean;
  /** Reads and indexes the tables now (a few milliseconds), so that no keystroke is the first to need them. */
  warm(): void;
}

/** A schema over the given tables, which are read on first need. */
export function createSchema(source: SchemaSource): Schema {
  const resources = lazyTable(source.resources);
  const iamActions = lazyTable(source.iamActions);
  const docsOf = lazyByKey((service) => lazyTable(() => source.docs(service)));
  const decoded = new Map<string, ResourceType>();
  let expandActions: ((pattern: string) => readonly IamAction[]) | undefined;

  const readRecord = (name: string) => resources()?.read(name) as TypeRecord | undefined;
  const resourceType = (type: string): ResourceType | undefined => {
    const name = tableName(type);
    const known = decoded.get(name);
    if (known) return known;
    const record = readRecord(name);
    if (record === undefined) return undefined;
    const fresh = decodeResourceType(name, record, readRecord);
    decoded.set(name, fresh);
    return fresh;
  };
  const find = (type: string, path: PropertyPath) => {
    const known = resourceType(type);
    return known && findProperty(known, path);
  };

  return {
    resourceType,
    resourceTypes: () => resources()?.keys ?? [],
    isKnownType: (type) => resources()?.has(tableName(type)) ?? false,
    property: (type, path) => find(type, path)?.info,
    replacement(type, path) {
      const known = resourceType(type);
      const found = known && !known.partial && findProperty(known, path);
      if (!found) return 'unknown';
      if (found.info.replacement) return 'always';
      return found.info.conditionalReplacement || hasReplacedPart(found.info) ? 'sometimes' : 'never';
    },
    iamActions(pattern) {
      const table = iamActions();
      if (!table) return [];
      expandActions ??= createIamExpander(table);
      return expandActions(pattern);
    },
    documentation(type, path) {
      const name = tableName(type);
      const service = serviceOf(name);
      // Asked for known types only: the name of a type comes from a template, and a loader may make a file name of it.
      if (service === undefined || !resources()?.has(name)) return undefined;
      const docs = docsOf(service)()?.read(name) as DocsRecord | undefined;
      if (!docs || path === undefined) return docs?.t;
      const found = find(name, path);
      return found ? propertyText(docs, found) : attributeText(docs, pathSteps(path).join('.'));
    },
    documentationUrl: (type, path) => typeUrl(type, path === undefined ? undefined : find(type, path)),
    isLoaded: () => (resources()?.keys.length ?? 0) > 0,
    warm() {
      resources();
      iamActions();
    },
  };
}

/** Every `Custom::Name` is one and the same type to CloudFormation. */
function tableName(type: string): string {
  return type.startsWith('Custom::') ? CUSTOM_RESOURCE : type;
}

/** Asks the loader until it has text, then keeps the table. */
function lazyTable(load: () => string | undefined): () => TableText | undefined {
  let table: TableText | undefined;
  return () => {
    if (table) return table;
    const text = load();
    if (text !== undefined) table = indexTable(text);
    return table;
  };
}

function lazyByKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

/** Whether some part of a value is create-only; nested types may contain themselves, so each is looked at once. */
function hasReplacedPart(info: PropertyInfo): boolean {
  const seen = new Set<unknown>();
  const pending = [info.type];
  for (let type = pending.pop(); type; type = pending.pop()) {
    if (type.kind === 'list' || type.kind === 'map') pending.push(type.element);
    if (type.kind === 'union') pending.push(...type.members);
    if (type.kind !== 'object' || seen.has(type.properties)) continue;
    seen.add(type.properties);
    for (const part of type.properties.values()) {
      if (part.replacement || part.conditionalReplacement) return true;
      pending.push(part.type);
    }
  }
  return false;
}
