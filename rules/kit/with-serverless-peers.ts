import type { Peers } from '#analysis';
import type { ResourceView } from '#evaluate';

/** The checks of other scanners on policies of roles that SAM makes, by what it makes them for. */
const OF_ROLES: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Function': ['AWS-0114'],
  'AWS::Serverless::StateMachine': ['AWS-0120'],
};

/** What a finding on a wildcard in a policy answers, with the checks that look at functions and state machines of SAM alone. */
export function withServerlessPeers(identity: ResourceView, peers: Peers): Peers {
  const more = OF_ROLES[identity.authoredType];
  return more ? { ...peers, trivy: [...(peers.trivy ?? []), ...more] } : peers;
}
