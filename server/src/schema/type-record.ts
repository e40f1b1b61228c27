import type { PolicyKind } from './resource-type.ts';

/**
 * How a resource type is written in `resources.json`; the generator writes these records and `decode-resource-type` reads
 * them. The shape is terse because there are 1,828 types and 42,658 properties.
 */
export interface TypeRecord {
  /** Properties. */
  readonly p: Readonly<Record<string, PropertyRecord>>;
  /** Nested types, by their name inside the resource type. */
  readonly d?: Readonly<Record<string, Readonly<Record<string, PropertyRecord>>>>;
  /** Nested types that are the same in another resource type of the service: their names, by that type's name. */
  readonly e?: Readonly<Record<string, readonly string[]>>;
  /** Attributes. */
  readonly a?: Readonly<Record<string, TypeCode>>;
  /** Primary identifier. */
  readonly i?: readonly string[];
  /** What `Ref` returns, where it is not the primary identifier. */
  readonly r?: readonly string[];
  /** Tag property and variant. */
  readonly t?: readonly [string, 'standard' | 'asg' | 'map'];
  /** 1 when the resource holds data. */
  readonly s?: 1;
  /** Transform. */
  readonly x?: string;
}

/** Flags and type in one text (`!^s`: required, create-only, string), or apart when the type or the extras need JSON. */
export type PropertyRecord = string | readonly [flags: string, type: TypeCode, extras?: PropertyExtras];

/** Rare facts of a property. */
export interface PropertyExtras {
  /** Default value. */
  readonly v?: unknown;
  /** Relationship references, `AWS::KMS::Key.Arn`. */
  readonly r?: readonly string[];
  /** Policy kind. */
  readonly y?: PolicyKind;
}

/**
 * A type: `s n i b j d` for string, number, integer, boolean, JSON and timestamp, `t` for a tag, `:Name` for a nested type
 * (`:` alone when it is named like its property), `[` or `{` before any of these for a list or map; as an array, an enum, list, map or union.
 */
export type TypeCode =
  | string
  | readonly ['e', ...(string | number)[]]
  | readonly ['l' | 'm', TypeCode]
  | readonly ['u', ...TypeCode[]];

/** Characters that stand for facts of a property, before its type. */
export const FLAG = {
  required: '!',
  replacement: '^',
  conditionalReplacement: '~',
  updatesRefused: '=',
  deprecated: '-',
} as const;
