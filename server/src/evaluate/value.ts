import type { Place, Resource, WriteTarget } from '#model';
import type { SyntaxNode } from '#syntax';

export type Literal = string | number | boolean;

/**
 * A value of a template in one world: known, absent or unknown. Asking may decide a condition or parameter for this world;
 * the engine then visits the other answers in worlds of their own. `is…` questions answer true only when certain: none of them may
 * be negated to mean its opposite.
 */
export interface Value {
  /** A literal, list or map is there and its text or shape can be read. */
  readonly isKnown: boolean;
  /** Certainly not given: the key is missing, null, or `AWS::NoValue`. */
  readonly isAbsent: boolean;
  /** Neither known nor absent: a parameter without default, another stack's export, a macro's result, a resource's attribute. */
  readonly isUnknown: boolean;
  /** Certainly given, even where its text is unknown (a `Ref` to a resource). */
  readonly isGiven: boolean;
  readonly isList: boolean;
  readonly isMap: boolean;
  /** A string, number or boolean whose text is known. */
  readonly isScalar: boolean;
  /** Certainly equal to one of these, as CloudFormation compares: `true` and `"true"`, `22` and `"22"` are equal. */
  is(...literals: readonly Literal[]): boolean;
  /** Certainly different from all of these; absent counts as different. */
  isNot(...literals: readonly Literal[]): boolean;
  /** Certainly a scalar for whose text the predicate holds. Forks on the answer, not on the value. */
  satisfies(predicate: (text: string) => boolean): boolean;
  /** The text of a scalar. Makes a parameter concrete, so prefer `is` and `satisfies`. */
  text(): string | undefined;
  number(): number | undefined;
  /** The text with `${Name}` for each part that is unknown, without deciding anything: for messages and for matching ends. */
  pattern(): string | undefined;
  /** The value at a property path, `A.B` (`\.` is a dot within a key); absent beneath absent, unknown beneath unknown or in an open map. */
  get(path: string): Value;
  /** The items of a list; a lone scalar or map counts as a list of itself, as CloudFormation reads it; none when absent or unknown. */
  items(): readonly Value[];
  /** Whether a list or map may hold more than `items` and `entries` show. True for an unknown value. */
  readonly isOpen: boolean;
  /** The entries of a map in their order, absent ones left out. */
  entries(): readonly (readonly [key: string, value: Value])[];
  /**
   * The value that a text holds as JSON, also where `Fn::Sub` fills in parts of its strings. It is pointed at where the text stands, at
   * its key when that is more than a line, and written nowhere. The value itself when it is no such text. CloudFormation takes a policy
   * document either way.
   */
  embedded(): Value;
  /** The resource that a `Ref` or `Fn::GetAtt` (or a `Fn::Sub` of just that) names, with the attribute for `GetAtt`. */
  target(): Target | undefined;
  /** All resources mentioned anywhere inside, through Sub, Join and lists. */
  targets(): readonly Target[];
  /** The name of the parameter this value is a plain `Ref` to. */
  readonly parameter: string | undefined;
  /** The service of a dynamic reference in the text: `{{resolve:secretsmanager:…}}`. */
  readonly dynamicReference: 'ssm' | 'ssm-secure' | 'secretsmanager' | undefined;
  /** Where to point: the value as written in the resource, or for an absent one the nearest key that exists above it. */
  readonly place: Place;
  /** Where the value really stands when that is elsewhere: a parameter's Default, a mapping's entry. */
  readonly source: Place | undefined;
  /** The last key on the way here; undefined for a list item or a root. */
  readonly key: string | undefined;
  /** Where a fix writes this value: into the active branch, over its NoValue, into the parameter's Default; undefined when nowhere. */
  readonly writeTarget: WriteTarget | undefined;
  /** The authored node, dealiased, before any intrinsic function is resolved; undefined when absent. For features, not for rules. */
  readonly node: SyntaxNode | undefined;
}

export interface Target {
  readonly resource: ResourceView;
  /** The attribute of a `Fn::GetAtt`; undefined for a `Ref`. */
  readonly attribute: string | undefined;
}

/** What was shown of a world, so that every search finds the same views. */
export interface Views {
  readonly resources: Map<Resource, ResourceView>;
  template: TemplateView | undefined;
}

/** A resource in one world. */
export interface ResourceView {
  readonly logicalId: string;
  readonly type: string;
  readonly authoredType: string;
  /** Where to point for the resource as a whole: its logical id. */
  readonly place: Place;
  /** A property: `get('VersioningConfiguration.Status')`. */
  get(path: string): Value;
  /** All properties as one map value. */
  readonly properties: Value;
  /** A resource attribute: DeletionPolicy, UpdateReplacePolicy, Metadata, DependsOn, UpdatePolicy, CreationPolicy. */
  attribute(name: string): Value;
  readonly template: TemplateView;
  /** The model's resource. For the engine and features, not for rules. */
  readonly resource: Resource;
}

/** The template in one world. */
export interface TemplateView {
  /** The resources of a type that exist in this world. */
  resources(...types: readonly string[]): readonly ResourceView[];
  /** The resources of a type whether or not they exist in this world: for what a fix must not collide with in other worlds. */
  declared(...types: readonly string[]): readonly ResourceView[];
  /** The resource of a logical id if it exists in this world. */
  resource(logicalId: string): ResourceView | undefined;
  /**
   * The resources (of these types, if any are given) that exist in this world and mention another in their properties, in whatever branch: the
   * candidates for a question such as "what uses this group", found without looking at every resource.
   */
  referrers(of: ResourceView, ...types: readonly string[]): readonly ResourceView[];
  /**
   * The resources (of these types, if any are given) that hold the same literal or `Fn::Sub` text as a value: the candidates for a
   * question such as "which policy names this bucket by its name". None for a value that is absent or anything else.
   */
  mentioning(value: Value, ...types: readonly string[]): readonly ResourceView[];
  /** Whether Resources holds more than is written (a macro, an include): searches that come up empty prove nothing. */
  readonly isOpen: boolean;
  readonly parameters: readonly ParameterView[];
  readonly outputs: readonly OutputView[];
}

/** An output with what it gives out. */
export interface OutputView {
  readonly name: string;
  readonly place: Place;
  readonly value: Value;
}

/** A parameter as declared, the same in every world. */
export interface ParameterView {
  readonly name: string;
  readonly type: string;
  readonly noEcho: boolean;
  readonly place: Place;
  /** A declared attribute, such as `Default` or `AllowedPattern`. */
  get(path: string): Value;
}
