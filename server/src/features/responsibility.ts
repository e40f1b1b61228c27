import type { Aspect } from '#analysis';

/** Who carries a duty: AWS, the author of the template, or both, each a part of it. */
export type Who = 'aws' | 'you' | 'shared';

/** A property that carries a duty; of another type where a companion carries it, as a bucket's policy does. */
interface DutyProperty {
  readonly type: string;
  readonly path: string;
}

/** One aspect of one resource type: whose it is, in a sentence. */
export interface AspectKnowledge {
  readonly aspect: Aspect;
  readonly who: Who;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly properties: readonly DutyProperty[];
  readonly link: string;
  /** What has changed over the years. */
  readonly since?: string;
  /** The sentence is that of the service's class: the same for every resource of it. */
  readonly inherited: boolean;
  /** False where the aspect means nothing for the type; the sentence then says why. */
  readonly applicable: boolean;
}

/** Whose remit each part of a resource type is. */
export interface TypeKnowledge {
  readonly type: string;
  readonly service: { readonly name: string; readonly summary: string; readonly link: string; readonly since?: string };
  readonly class: 'infrastructure' | 'container' | 'abstracted';
  /** Every aspect, from the building up to the account. */
  readonly aspects: readonly AspectKnowledge[];
}

/** What a host passes in on the shared responsibility model, as a value: the engine knows no service. */
export interface Responsibilities {
  /** Undefined for a type nobody knows. */
  of(type: string): TypeKnowledge | undefined;
}

/** How each aspect is called, in the order in which aspects are shown. */
export const ASPECT_TITLES: { readonly [aspect in Aspect]: string } = {
  'physical-facilities': 'Physical facilities',
  'hardware-virtualization': 'Hardware and virtualization',
  'network-infrastructure': 'Network infrastructure',
  'os-patching': 'Operating system patching',
  'platform-patching': 'Platform patching',
  'identity-access': 'Identity and access',
  'network-exposure': 'Network exposure',
  'encryption-at-rest': 'Encryption at rest',
  'encryption-in-transit': 'Encryption in transit',
  'keys-secrets': 'Keys and secrets',
  'logging-monitoring': 'Logging and monitoring',
  'backup-durability': 'Backup and durability',
  'media-sanitization': 'Media sanitization',
  'account-credentials': 'Account credentials',
};

/** All aspects, in the order in which they are shown. */
export const ASPECT_ORDER = Object.keys(ASPECT_TITLES) as readonly Aspect[];
