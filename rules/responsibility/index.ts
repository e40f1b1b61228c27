/** Whose remit each part of an AWS resource is: what AWS secures, what stays with the author, in which properties, and where AWS says so. */
export { CLASS_DUTIES } from './classes.ts';
export type { Programme } from './programmes.ts';
export { PROGRAMMES, SERVICES_IN_SCOPE } from './programmes.ts';
export { responsibilityOf, serviceById } from './resolve.ts';
export { SERVICES } from './services/index.ts';
export type { SourceStatement } from './sources/index.ts';
export { SOURCE_DOCUMENT, SOURCE_STATEMENTS } from './sources/index.ts';
export type {
  Aspect,
  AspectResponsibility,
  Duties,
  Duty,
  DutyProperty,
  ResourceResponsibility,
  ServiceClass,
  ServiceKnowledge,
  Who,
} from './types.ts';
export { ASPECTS } from './types.ts';
