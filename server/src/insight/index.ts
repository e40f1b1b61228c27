/** Questions that many rules ask: of policies, of the network, of references, of secrets. */

export { coversAction, mayWrite, wholeService } from './action-pattern.ts';
export { backupOf } from './backup-plan.ts';
export { BUCKET_POLICY_TYPES, bucketPolicyDocument } from './bucket-policy.ts';
export { type CidrScope, cidrScope } from './cidr.ts';
export { mayBeClusterMember, mayBeReplica, mayBeRestored } from './database.ts';
export { environmentOption } from './environment-option.ts';
export { type Escalation, escalationsOf } from './escalation.ts';
export { customerClaims, type SharedIssuer, sharedIssuerOf } from './federated-issuer.ts';
export {
  attachedAwsPolicies,
  IDENTITY_POLICY_TYPES,
  type IdentityPolicy,
  identityPoliciesOf,
  identityPolicyDocuments,
} from './identity-policy.ts';
export { isKeyOfAws } from './key.ts';
export { BLOCK_DEVICE_TYPES, blockDevicesOf, LAUNCH_TYPES, launchSetting } from './launch.ts';
export { isLogDestination } from './log-destination.ts';
export * from './network/index.ts';
export {
  anyAccount,
  everyAction,
  grants,
  mayLimitCallers,
  type Principal,
  principalsOf,
  type Statement,
  statementsOf,
  withActions,
} from './policy.ts';
export { holdsPort, type PortRange, portsOf, SENSITIVE_PORTS, type SensitivePort, sensitivePortsOf } from './port.ts';
export { anyResource, canBeNarrowed, isDenied, kindsBeside, type Reach, type ReachKind, reachOf } from './reach.ts';
export { readText } from './read-text.ts';
export { associatedWith, refersTo, resourcesReferring } from './reference.ts';
export { parameterOf, type SecretExposure, secretExposure } from './secret.ts';
export { canBeSecret, namesSecret, secretForm, secretSetting } from './secret-text.ts';
export { mayDenyPlainHttp } from './transport.ts';
export { isEncodedByHand, secretsInUserData, type UserDataSecret } from './user-data.ts';
export { hasWebAcl } from './web-acl.ts';
