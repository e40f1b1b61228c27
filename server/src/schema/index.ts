/** What AWS publishes about CloudFormation resource types and IAM actions, asked by name; tables are read on first need. */
export type { AccessLevel, IamAction } from './iam-action.ts';
export type {
  AttributeInfo,
  PolicyKind,
  PropertyInfo,
  PropertyReference,
  PropertyType,
  ResourceType,
  TagInfo,
} from './resource-type.ts';
export type { Schema } from './schema.ts';
export { createSchema } from './schema.ts';
export type { SchemaSource } from './schema-source.ts';
