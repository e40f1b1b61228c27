/** Questions that many rules ask: of policies, of the network, of references, of secrets. */
export { dynamicSecret, isLiteralSecret, parameterOf } from './secret.ts'
export { type CidrScope, cidrScope } from './cidr.ts'
export { anyAccount, everyAction, grants, type Principal, principalsOf, type Statement, statementsOf } from './policy.ts'
export { associatedWith, resourcesReferring } from './reference.ts'
export { portsOf, type PortRange, SENSITIVE_PORTS, type SensitivePort } from './port.ts'
