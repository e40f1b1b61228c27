/** Located trees to templates: resources, parameters, conditions, mappings, rules; SAM lifted to its CloudFormation meaning. */

export { buildTemplate } from './build-template.ts';
export { type Included, includeLocation, type ReadIncluded } from './include.ts';
export { findInstance, instancesOf } from './instances.ts';
export { type Intrinsic, intrinsicOf } from './intrinsic.ts';
export { fillVariables, holdsVariable, type Variables } from './loops.ts';
export { authoredNode, entryNamed, isNull, placeOf, plainList, plainMap, plainText, valueNamed } from './read-node.ts';
export { type References, referencesOf, textKeyOf } from './references.ts';
export { splitSub } from './sub.ts';
export type {
  Condition,
  Domain,
  LiftedMap,
  Mapping,
  Output,
  Parameter,
  Place,
  Resource,
  RuleSection,
  Template,
  TemplateKind,
  WriteTarget,
} from './template.ts';
export { templateKind } from './template-kind.ts';
