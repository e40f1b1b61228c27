/** Network questions: who may talk to what a security group guards, and whether the internet gets that far. */
export { type BalancerAttribute, balancerAttribute, isApplicationLoadBalancer } from './balancer-attribute.ts';
export { groupsOn, isLoadBalancer, usersOfGroup } from './group-users.ts';
export { type Exposure, exposureOf, exposureOfGroup, listenedPorts, type PathStep } from './internet-path.ts';
export { aclPortsOf, aclThatBlocks } from './network-acl.ts';
export { coversInternet, isInternetWide, type OpenPeer, openPeer } from './open-cidr.ts';
export { isInternetRoute, type Routing, routingOf } from './routing.ts';
export { EGRESS_TYPES, egressOf, groupOf, INGRESS_TYPES, ingressOf } from './traffic-rules.ts';
