/** All that a rule file imports: how to define a rule, the questions rules ask, and the fixes they propose. */
export type { AnyRule, Example, Peers, Report, ReportDetails, Rule, Severity, TemplateRule } from '#analysis';
export type { Fix, Fragment, Intent, Safety } from '#edit';
export type { Literal, ParameterView, ResourceView, Target, TemplateView, Value } from '#evaluate';
export * from '#insight';
export { bucketArns, bucketPolicyBody, companion, denyPlainHttp, kmsKeyBody, logBucketBody } from './companion.ts';
export { type CustomerKey, customerKey } from './customer-key.ts';
export { defineRule, defineTemplateRule } from './define-rule.ts';
export { addParameter, addResource, append, fix, remove, set } from './fix.ts';
export { hideSecret, type Secret, secretInPlainSight } from './hide-secret.ts';
export { logGroupBody, logsKeyBody, trailKeyBody } from './log-key.ts';
export { narrowPrincipal } from './narrow-principal.ts';
export { type Narrowing, narrowSource } from './narrow-source.ts';
export { narrowToStack } from './narrow-to-stack.ts';
export { isOfIdentities, reachPeers } from './reach-peers.ts';
export { removeStatement } from './remove-statement.ts';
export { setAttribute } from './set-attribute.ts';
export { template } from './template.ts';
