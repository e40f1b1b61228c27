import { SENSITIVE_PORTS } from '#insight';
import type { SyntaxNode } from '#syntax';
import type { Document } from './document.ts';
import { managedPolicyGrants } from './managed-policies.ts';
import type { Spot } from './spot.ts';

/** What a value that looks harmless lets happen where it stands; nothing for one that is what it seems. */
export function meaningOf(document: Document, spot: Spot, text: string): readonly string[] {
  const names = spot.path.filter((step) => typeof step === 'string');
  const last = names.at(-1) ?? '';
  if (text === '0.0.0.0/0' || text === '::/0') return [everyone(spot, text, names)];
  if (text === '*' && names.includes('Principal'))
    return ['**`*`** as principal is everyone: every AWS account, and callers who have not signed in at all.'];
  if (text === '*' && names.includes('NotPrincipal'))
    return ['**`*`** as `NotPrincipal` excepts everyone, so that the statement is about nobody.'];
  if (text === '*' && last === 'Resource')
    return ['**`*`** as resource is every resource of the account that the actions apply to.'];
  if (last === 'Action' || last === 'NotAction') return actions(document, text, last);
  const grants = managedPolicyGrants(text);
  if (grants) return [`**\`${text.slice(text.lastIndexOf('/') + 1)}\`** grants ${grants}.`];
  const acl = last === 'AccessControl' || last === 'CannedACL' ? ACLS[text] : undefined;
  if (acl) return [`**\`${text}\`** ${acl}`];
  return isSecret(names, text) ? [SECRET] : [];
}

/** What all addresses mean differs by what they are let into, or sent to. */
function everyone({ resource, parents }: Spot, text: string, names: readonly string[]): string {
  const addresses = text === '::/0' ? 'every IPv6 address' : 'every IPv4 address';
  const type = resource?.type ?? '';
  if (names.some((name) => /^(?:Ipv6)?Destination(?:Ipv6)?CidrBlock$/i.test(name))) {
    return `**\`${text}\`** is ${addresses}: the route takes all traffic that no narrower route does.`;
  }
  const isEgress = names.includes('SecurityGroupEgress') || type === 'AWS::EC2::SecurityGroupEgress';
  const traffic = trafficOf(parents.at(-1));
  if (isEgress) return `**\`${text}\`** is ${addresses}: ${traffic ?? 'this'} may go out to anyone on the internet.`;
  const what = traffic === undefined ? '' : `, who may try ${traffic} of all that the group guards`;
  return `**\`${text}\`** is ${addresses}: anyone on the internet${what}.`;
}

/** `SSH (tcp 22)`, from the entries beside a CIDR block. */
function trafficOf(rule: SyntaxNode | undefined): string | undefined {
  if (rule?.kind !== 'map') return undefined;
  const text = (name: string) => {
    const value = rule.entries.find(({ key }) => key.text === name)?.value;
    return value?.kind === 'scalar' && !value.tag ? value.text : undefined;
  };
  const protocol = text('IpProtocol');
  if (protocol === '-1') return 'every port and protocol';
  const [from, to] = [text('FromPort'), text('ToPort')];
  if (!protocol || !from || !to) return undefined;
  if (from !== to) return `${protocol} ports ${from} to ${to}`;
  const service = SENSITIVE_PORTS.find(({ port }) => String(port) === from)?.service;
  return service ? `${service} (${protocol} ${from})` : `${protocol} port ${from}`;
}

function actions({ schema }: Document, text: string, key: 'Action' | 'NotAction'): readonly string[] {
  const except = key === 'NotAction' ? ' With `NotAction` the statement is about all others.' : '';
  if (text === '*') {
    return [
      `**\`*\`** as action is every action of every AWS service, those of IAM and those still to come included.${except}`,
    ];
  }
  if (!text.includes('*') && !text.includes('?')) return [];
  const found = schema.iamActions(text);
  if (found.length === 0) return [];
  const some = found.slice(0, 4).map(({ name }) => `\`${name}\``);
  const count = found.length === 1 ? 'one action' : `${found.length} actions`;
  return [
    `**\`${text}\`** is ${count}${found.length > some.length ? ', among them' : ':'} ${some.join(', ')}.${except}`,
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const ACLS: { readonly [name: string]: string | undefined } = {
  PublicRead: 'lets anyone on the internet list the bucket and read its objects.',
  PublicReadWrite: 'lets anyone on the internet read, write and delete objects, at your cost.',
  AuthenticatedRead: 'lets every AWS account in the world read, not only yours.',
  LogDeliveryWrite: 'lets S3 write access logs to the bucket. A bucket policy has taken its place.',
  AwsExecRead: 'lets EC2 read images from the bucket.',
  BucketOwnerRead: 'lets the owner of the bucket read the object.',
  BucketOwnerFullControl: 'gives the owner of the bucket full control of the object.',
  Private: 'gives access to the owner alone, which is the default.',
};

const SECRET =
  'A secret written here is read by everyone who sees the template, its history or the stack. Refer to one instead: `{{resolve:secretsmanager:…}}`.';

const SECRET_NAMES = /(?:Password|SecretString|SecretKey|AuthToken|OAuthToken|PreSharedKey|ApiKey|ClientSecret)$/;

/** Literal text in a property that takes a secret; a reference to one is fine. */
function isSecret(names: readonly string[], text: string): boolean {
  return (
    names[0] === 'Properties' && SECRET_NAMES.test(names.at(-1) ?? '') && text !== '' && !text.includes('{{resolve:')
  );
}
