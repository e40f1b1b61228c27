/** A resource type as the public CloudFormation schema describes it. */
export interface ResourceType {
  /** Full name, such as `AWS::S3::Bucket`. */
  readonly name: string;
  /** Properties that a template may set, by name, in alphabetical order. */
  readonly properties: ReadonlyMap<string, PropertyInfo>;
  /** What `Fn::GetAtt` can read, by name (`Arn`, `Endpoint.Port`), in alphabetical order. */
  readonly attributes: ReadonlyMap<string, AttributeInfo>;
  /** Properties or attributes that together identify the resource in its account; empty where AWS does not say. */
  readonly primaryIdentifier: readonly string[];
  /** What `Ref` returns, as property or attribute names; empty where AWS does not say. */
  readonly ref: readonly string[];
  /** Where tags are written; absent when the type cannot be tagged. */
  readonly tags?: TagInfo;
  /** True when the resource is known to hold data of the author's, which a replacement loses. False may mean "not known". */
  readonly stateful: boolean;
  /** The template macro that the type needs, such as `AWS::Serverless-2016-10-31`. */
  readonly transform?: string;
  /**
   * True when the table is known to be incomplete for this type (SAM types, custom resources): a property that is not
   * listed may still exist, and nothing is known of replacement.
   */
  readonly partial: boolean;
}

/** How a type is tagged: `standard` is a list of Key and Value, `asg` adds PropagateAtLaunch, `map` is a plain map. */
export interface TagInfo {
  readonly property: string;
  readonly variant: 'standard' | 'asg' | 'map';
}

/** One attribute that `Fn::GetAtt` returns. */
export interface AttributeInfo {
  readonly name: string;
  readonly type: PropertyType;
}

/** One property of a resource type or of a type nested in it. */
export interface PropertyInfo {
  /** The property's name; for an element of a list or map, the name of that list or map. */
  readonly name: string;
  readonly type: PropertyType;
  /** True when the template must set it. */
  readonly required: boolean;
  /** All values the schema allows, as text; absent when it does not restrict them. */
  readonly enumValues?: readonly string[];
  /** The value AWS takes when the property is not set; absent when the schema does not say, which is the usual case. */
  readonly default?: unknown;
  /** True when changing the value always replaces the resource ("create-only"). Always false in a `partial` type. */
  readonly replacement: boolean;
  /** True when changing the value replaces the resource in some cases only. */
  readonly conditionalReplacement?: true;
  /**
   * True when CloudFormation refuses to change the value of an existing resource, so that the author has to replace it by
   * hand (another logical id, or a change that replaces it). `replacement` is true as well.
   */
  readonly updatesRefused?: true;
  /** True when AWS advises against the property. */
  readonly deprecated?: true;
  /** What the value may point at: other resource types and the property or attribute of them it takes. */
  readonly references: readonly PropertyReference[];
  /** Set when the value grants access: an IAM policy, a list of managed policies, or rules of a security group. */
  readonly policy?: PolicyKind;
}

/** `type: AWS::KMS::Key`, `attribute: Arn`: the property takes that key's ARN. */
export interface PropertyReference {
  readonly type: string;
  readonly attribute: string;
}

/**
 * What kind of access a property's value grants: a policy with a principal (`resource`), a role's trust (`trust`), policies
 * of an identity (`identity`: one document, or a list of named documents), a list of policy names or ARNs (`managed`), or
 * a security group's rules.
 */
export type PolicyKind = 'resource' | 'trust' | 'identity' | 'managed' | 'ingress' | 'egress';

/** The type of a value. `json` is any JSON; a `union` takes any of its members. */
export type PropertyType =
  | { readonly kind: 'string' | 'number' | 'integer' | 'boolean' | 'timestamp' | 'json' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly element: PropertyType }
  | { readonly kind: 'object'; readonly name: string; readonly properties: ReadonlyMap<string, PropertyInfo> }
  | { readonly kind: 'union'; readonly members: readonly PropertyType[] };
