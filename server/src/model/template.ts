import type { Block, MapNode, Remembering, ScalarNode, SyntaxNode, SyntaxTree } from '#syntax';
import type { Span } from '#text';
import type { Included } from './include.ts';
import type { Referrers } from './referrers.ts';

/** Something that stands in the text: a node, or any span of a block. */
export interface Place {
  readonly block: Block;
  readonly span: Span;
}

export type TemplateKind = 'cloudformation' | 'sam';

/**
 * A template as the author wrote it, SAM lifted to its CloudFormation meaning. Immutable. Entities whose blocks did not change
 * keep their identity from one template to the next, look-up results included; analysis caches by that.
 */
export interface Template {
  readonly tree: SyntaxTree;
  readonly kind: TemplateKind;
  /** By logical id; of duplicates the last, as CloudFormation reads it. Lifted companions (a SAM function's role) are included. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly rules: ReadonlyMap<string, RuleSection>;
  readonly outputs: ReadonlyMap<string, Output>;
  /** Those of the resources that stand in a `Fn::ForEach`. */
  readonly looped: readonly Resource[];
  /** All resources of a CloudFormation type, in the order of the text. The same array as long as its members are the same. */
  resourcesOfType(type: string): readonly Resource[];
  /** The same for all types that resources have. */
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  /** Per name, the resources whose properties refer to it by Ref, Fn::GetAtt or Fn::Sub; per text (`textKeyOf`), those that hold it. */
  readonly referrers: Referrers;
  /** The values a parameter can take, as far as the template tells; undefined for a name that is no parameter. */
  domainOf(parameter: string): Domain | undefined;
  /** The domains asked for so far. */
  readonly domains: ReadonlyMap<string, Domain | undefined>;
  /** The content of a file that the template includes, where the host can read it. */
  readonly included: Included;
  /** The node an alias stands for, else the node itself. */
  dealias(node: SyntaxNode): SyntaxNode | undefined;
  /** Whether Resources holds a macro's call or a module, so that there may be more than is written. */
  readonly isOpen: boolean;
}

/** A resource of the template; for SAM, one of the CloudFormation resources it becomes. */
export interface Resource extends Remembering {
  readonly logicalId: string;
  /** The logical id that the author wrote: that of the SAM resource for what is made of it. */
  readonly authoredId: string;
  /** The CloudFormation type: `AWS::Lambda::Function` for an `AWS::Serverless::Function`. Empty when Type is missing or no string. */
  readonly type: string;
  /** The type as written. */
  readonly authoredType: string;
  /** The authored entry it comes from. */
  readonly block: Block;
  /** The logical id as written. */
  readonly key: ScalarNode;
  /** The whole authored body. */
  readonly body: MapNode;
  /** Properties after lifting; undefined when missing or null. */
  readonly properties: SyntaxNode | undefined;
  /** The name of the condition under which it exists, variables in it as written: `Is${Env}`. */
  readonly condition: string | undefined;
  /** Loop variables of the `Fn::ForEach` around it, with the values each takes. */
  readonly variables: ReadonlyMap<string, Domain>;
  /** Where a new property of this (possibly lifted) resource is written; undefined when the author cannot write it. */
  readonly writable: boolean;
  /** Where the file is included that it stands in, which is then where its key is; undefined for what stands in the template itself. */
  readonly anchor?: Place | undefined;
}

/** A map made by lifting. Its entries are authored nodes; a missing key is written where `authored` says. */
export interface LiftedMap extends MapNode {
  readonly lifted: true;
  /** Where a missing key of this map is written in the authored text; undefined when it has no authored counterpart. */
  authored(key: string): WriteTarget | undefined;
}

/**
 * A node that lifting made to stand for one that the author wrote, which is what a fix replaces or removes: the ARN for
 * `AmazonS3FullAccess`, an inline policy for a policy document.
 */
export interface StandIn {
  readonly authoredNode: SyntaxNode;
}

/**
 * A place to write to. `at` is an authored node; with an empty `path` it is replaced, else the keys of `path` are made
 * beneath it (a list index as a number; `-` appends to a list).
 */
export interface WriteTarget {
  readonly at: SyntaxNode;
  readonly path: readonly (string | number)[];
}

export interface Parameter {
  readonly name: string;
  readonly block: Block;
  readonly key: ScalarNode;
  readonly body: MapNode | undefined;
  /** `String`, `Number`, `CommaDelimitedList`, `AWS::EC2::VPC::Id`, …; `String` when missing. */
  readonly type: string;
  readonly default: SyntaxNode | undefined;
  readonly allowedValues: readonly string[] | undefined;
  readonly noEcho: boolean;
}

export interface Condition {
  readonly name: string;
  readonly block: Block;
  readonly key: ScalarNode;
  readonly body: SyntaxNode;
  /** Loop variables of the `Fn::ForEach` that makes it, each bound to one value. */
  readonly variables: ReadonlyMap<string, Domain>;
}

export interface Mapping {
  readonly name: string;
  readonly block: Block;
  readonly body: MapNode;
}

export interface RuleSection {
  readonly name: string;
  readonly block: Block;
  readonly body: MapNode;
}

export interface Output {
  readonly name: string;
  readonly block: Block;
  readonly key: ScalarNode;
  readonly body: MapNode;
  /** Loop variables of the `Fn::ForEach` around it, with the values each takes. */
  readonly variables: ReadonlyMap<string, Domain>;
  /** Where the file is included that it stands in; undefined for what stands in the template itself. */
  readonly anchor?: Place | undefined;
}

/**
 * What a parameter (or loop variable, or pseudo parameter) can be: the literals the template knows of, and whether it can
 * be anything else. Identity is meaning: the same object as long as its content is the same.
 */
export interface Domain {
  readonly name: string;
  /** AllowedValues; else the default and every literal that a condition or rule compares it with. */
  readonly literals: readonly string[];
  /** Whether a value outside `literals` is possible. */
  readonly open: boolean;
  readonly default: string | undefined;
  /** Nothing is known of its text, whatever the default says: a parameter store name, NoEcho without default. */
  readonly opaque: boolean;
  /** Whether it is the variable of a `Fn::ForEach` rather than a parameter. */
  readonly isVariable?: true;
}
