import type { Fix } from '#edit';
import type { ResourceView, TemplateView, Value } from '#evaluate';
import type { Place } from '#model';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
/** The smallest profile a rule is part of: `essential` ⊂ `recommended` ⊂ `strict`. */
export type Profile = 'essential' | 'recommended' | 'strict';
export type Category =
  | 'access-control'
  | 'network'
  | 'encryption-at-rest'
  | 'encryption-in-transit'
  | 'secrets'
  | 'logging'
  | 'backup-recovery'
  | 'resilience'
  | 'patching'
  | 'configuration'
  | 'organisation';
/** The part of the shared responsibility model a rule checks (design section 7). */
export type Aspect =
  | 'physical-facilities'
  | 'hardware-virtualization'
  | 'network-infrastructure'
  | 'os-patching'
  | 'platform-patching'
  | 'identity-access'
  | 'network-exposure'
  | 'encryption-at-rest'
  | 'encryption-in-transit'
  | 'keys-secrets'
  | 'logging-monitoring'
  | 'backup-durability'
  | 'media-sanitization'
  | 'account-credentials';

export type Tool = 'checkov' | 'cfn_nag' | 'guard' | 'trivy' | 'cdk_nag' | 'kics' | 'security_hub';
/** The checks of other scanners that a rule or finding answers. */
export type Peers = { readonly [tool in Tool]?: readonly string[] };
/** Controls of frameworks by framework id: `{ 'aws-fsbp': ['S3.8'], 'nist-800-53-r5': ['AC-3'] }`. */
export type Controls = { readonly [framework: string]: readonly string[] };

/** One way in which a stack can be insecure: detection, fix, examples, page and sources in one value. */
export interface Rule {
  /** Kebab-case; the file's name, the diagnostic's code and the page's name. */
  readonly id: string;
  /** States the problem: "S3 bucket leaves public access open". */
  readonly title: string;
  /** The CloudFormation types it looks at, one resource at a time; `template` to be called once for the whole. */
  readonly on: string | readonly string[];
  readonly severity: Severity;
  readonly category: Category;
  readonly profile: Profile;
  readonly aspect: Aspect;
  readonly peers: Peers;
  readonly controls: Controls;
  /** One or two sentences that a tired engineer believes. */
  readonly why: string;
  /** Starts with a verb. */
  readonly remedy: string;
  readonly references: readonly string[];
  /** Plain code for one concrete world. */
  check(resource: ResourceView, report: Report): void;
  readonly examples: readonly Example[];
}

/** A rule for the template as a whole rather than one resource. */
export interface TemplateRule extends Omit<Rule, 'on' | 'check'> {
  readonly on: 'template';
  check(template: TemplateView, report: Report): void;
}

export type AnyRule = Rule | TemplateRule;

/** Reports a finding at a value (its exact text, or where it is missing the nearest key) or at a resource (its logical id). */
export type Report = (
  at: Value | ResourceView | { readonly place: Place },
  message: string,
  details?: ReportDetails,
) => void;

export interface ReportDetails {
  /** Best first. Undefined stands for a fix that has nowhere to write and is left out. A function is called only when
   * somebody asks for the fixes: use it where finding them takes a search. */
  readonly fixes?: readonly (Fix | undefined)[] | (() => readonly (Fix | undefined)[]);
  /** Narrower than the rule's own where the finding answers fewer checks. */
  readonly peers?: Peers;
  /** Where this finding weighs more or less than the rule's default. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: { readonly place: Place }; readonly message: string }[];
}

/**
 * A template text that shows the rule. In `bad`, a comment line of `^^^` marks the text above it that must be flagged (every mark
 * asserted, nothing else may be); applying the first fix of each finding gives `good` when that is given. `silent` must not be flagged.
 */
export interface Example {
  /** What the example shows; required for `silent`. */
  readonly name?: string;
  readonly bad?: string;
  readonly good?: string;
  /** Must stay silent although a careless rule would flag it: a value is unknown, a condition rules it out. */
  readonly silent?: string;
  /** The expected `when` of the finding in `bad`. */
  readonly when?: string;
}
