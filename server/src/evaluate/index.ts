/** One world at a time: resolves intrinsic functions, decides what it reads, records it, and visits every other world in turn. */

export { brokenReferences } from './broken-references.ts';
export { type Exploration, explore, type Leaf, WORLD_BOUND } from './explore.ts';
export { changedTokens, Reads, type Token } from './reads.ts';
export { holdsInMoreWorlds } from './regions.ts';
export type { Literal, ParameterView, ResourceView, Target, TemplateView, Value } from './value.ts';
export { viewResource, viewTemplate } from './views.ts';
export { shortestWhen } from './when.ts';
export { World } from './world.ts';
