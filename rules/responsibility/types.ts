/** The parts of the shared responsibility model, in the order in which they are shown: from the building up to the account. */
export const ASPECTS = [
  'physical-facilities',
  'hardware-virtualization',
  'network-infrastructure',
  'os-patching',
  'platform-patching',
  'identity-access',
  'network-exposure',
  'encryption-at-rest',
  'encryption-in-transit',
  'keys-secrets',
  'logging-monitoring',
  'backup-durability',
  'media-sanitization',
  'account-credentials',
] as const;

export type Aspect = (typeof ASPECTS)[number];

/** Who carries a duty: AWS, the author of the template, or both, each a part of it. */
export type Who = 'aws' | 'you' | 'shared';

/**
 * The kind of service in AWS's shared responsibility model: `infrastructure` (a machine or network you run), `container`
 * (AWS runs the operating system, you configure the platform on it), `abstracted` (you see an API and your data).
 * https://aws.amazon.com/compliance/shared-responsibility-model/
 */
export type ServiceClass = 'infrastructure' | 'container' | 'abstracted';

/** One aspect of one service: whose it is and what that means. */
export interface Duty {
  readonly who: Who;
  /** One plain sentence, true today, short enough for a row of a hover (160 characters). */
  readonly sentence: string;
  /** Further facts, a sentence each, for where there is room. */
  readonly notes?: readonly string[];
  /** Property paths by resource type that carry the author's part: `{ 'AWS::EFS::FileSystem': ['Encrypted', 'KmsKeyId'] }`. */
  readonly properties?: { readonly [type: string]: readonly string[] };
  /** AWS's page on this duty, where it is another than the service's. */
  readonly link?: string;
  /** What has changed over the years, for readers who remember it otherwise: "Origin access control replaced OAI in 2022." */
  readonly since?: string;
}

export type Duties = { readonly [aspect in Aspect]?: Duty };

/** What Remit knows of one service. An aspect that is left out is inherited from the class. */
export interface ServiceKnowledge {
  /** Kebab-case, the name of its file. */
  readonly id: string;
  /** As AWS writes it. */
  readonly name: string;
  readonly class: ServiceClass;
  /**
   * The CloudFormation types it answers for: `AWS::S3::` for a whole namespace, `AWS::EC2::VPC*` for names that begin so,
   * `AWS::EC2::Volume` for one. The longest match wins. Empty where CloudFormation cannot create it.
   */
  readonly types: readonly string[];
  /** What it is, in one line. */
  readonly summary: string;
  /** AWS's page on the service's security. */
  readonly link: string;
  readonly aspects: Duties;
  /** Duties that differ for one resource type, or for names that begin with what stands before a `*`. */
  readonly overrides?: { readonly [type: string]: Duties };
  /** For a resource type that is only a part of the service: the aspects in which it carries a duty of the author. */
  readonly carries?: { readonly [type: string]: readonly Aspect[] };
  /** Aspects that mean nothing for the service, and why. */
  readonly notApplicable?: { readonly [aspect in Aspect]?: string };
  /** What has become of the service itself: renamed, closed to new customers, ended. */
  readonly since?: string;
}

/** A property that carries a duty. */
export interface DutyProperty {
  /** The resource type it belongs to, which may be a companion: a bucket's policy carries the duty of the bucket. */
  readonly type: string;
  readonly path: string;
}

/** One aspect of one resource type, ready to show. */
export interface AspectResponsibility {
  readonly aspect: Aspect;
  readonly who: Who;
  readonly sentence: string;
  readonly notes: readonly string[];
  /** The asked type's own properties first. */
  readonly properties: readonly DutyProperty[];
  readonly link: string;
  readonly since?: string;
  /** The sentence is that of the class, not of the service. */
  readonly inherited: boolean;
  /** False where the aspect means nothing for the type; the sentence then says why. */
  readonly applicable: boolean;
}

/** Whose remit each part of a resource is. */
export interface ResourceResponsibility {
  readonly type: string;
  readonly service: {
    readonly id: string;
    readonly name: string;
    readonly summary: string;
    readonly link: string;
    readonly since?: string;
    /** Written aspect by aspect, rather than derived from the service's class. */
    readonly byHand: boolean;
  };
  readonly class: ServiceClass;
  /** All fourteen, in the order of `ASPECTS`. */
  readonly aspects: readonly AspectResponsibility[];
}
