/** Plain data, as JSON has it. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A template as data. */
export interface PlainTemplate {
  readonly Parameters: Readonly<Record<string, { readonly Type: string; readonly [key: string]: Json }>>;
  readonly Mappings: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Json>>>>>>;
  readonly Conditions: Readonly<Record<string, Json>>;
  readonly Resources: Readonly<Record<string, PlainResource>>;
}

export type PlainResource = { readonly Type: string; readonly Condition?: string; readonly Properties: Json };

/** A value for each parameter. */
export type Assignment = Readonly<Record<string, string>>;

/** All ways to choose a value for each parameter. */
export function allAssignments(domains: Readonly<Record<string, readonly string[]>>): readonly Assignment[] {
  return Object.entries(domains).reduce<readonly Assignment[]>(
    (before, [name, values]) => before.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

/**
 * The template as CloudFormation would deploy it with these parameters: no conditions, no parameters, no maps. Undefined where it
 * would not, because a resource refers to one that is not there. Simple on purpose: this is what Remit is held against.
 */
export function resolveByHand(template: PlainTemplate, assignment: Assignment): object | undefined {
  const exists = ([, { Condition }]: readonly [string, PlainResource]) =>
    Condition === undefined || isTrue(template.Conditions[Condition], template, assignment);
  const kept = Object.entries(template.Resources).filter(exists);
  const resources = Object.fromEntries(
    kept.map(([id, { Type, Properties }]) => [
      id,
      { Type, Properties: resolve(Properties, template, assignment) ?? {} },
    ]),
  );
  const isDangling = Object.keys(template.Resources).some(
    (id) => !(id in resources) && JSON.stringify(resources).includes(`{"Ref":"${id}"}`),
  );
  return isDangling ? undefined : { AWSTemplateFormatVersion: '2010-09-09', Resources: resources };
}

/** Whether a condition is true. */
export function isTrue(condition: Json | undefined, template: PlainTemplate, assignment: Assignment): boolean {
  const [name, argument] = Object.entries(condition as Record<string, Json>)[0] as [string, Json];
  const all = argument as readonly Json[];
  switch (name) {
    case 'Fn::Equals':
      return textOf(all[0], template, assignment) === textOf(all[1], template, assignment);
    case 'Fn::Not':
      return !isTrue(all[0], template, assignment);
    case 'Fn::And':
      return all.every((each) => isTrue(each, template, assignment));
    case 'Fn::Or':
      return all.some((each) => isTrue(each, template, assignment));
    case 'Condition':
      return isTrue(template.Conditions[argument as string], template, assignment);
    default:
      throw new Error(`what is ${name}?`);
  }
}

function textOf(value: Json | undefined, template: PlainTemplate, assignment: Assignment): string {
  return String(resolve(value as Json, template, assignment));
}

/** A value without functions of parameters; undefined for no value. */
function resolve(value: Json, template: PlainTemplate, assignment: Assignment): Json | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item: Json) => {
      const resolved = resolve(item, template, assignment);
      return resolved === undefined ? [] : [resolved];
    });
  }
  if (typeof value !== 'object') return value;
  const map = value as { readonly [key: string]: Json };
  if ('Ref' in map) {
    if (map.Ref === 'AWS::NoValue') return undefined;
    return assignment[map.Ref as string] ?? map;
  }
  if ('Fn::If' in map) {
    const [condition, yes, no] = map['Fn::If'] as readonly [string, Json, Json];
    return resolve(isTrue(template.Conditions[condition], template, assignment) ? yes : no, template, assignment);
  }
  if ('Fn::FindInMap' in map) {
    const [name, first, second] = map['Fn::FindInMap'] as readonly [string, Json, string];
    return template.Mappings[name]?.[textOf(first, template, assignment)]?.[second];
  }
  if ('Fn::Sub' in map) {
    return String(map['Fn::Sub']).replace(/\$\{(\w+)\}/g, (whole, name: string) => assignment[name] ?? whole);
  }
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, item]) => {
      const resolved = resolve(item, template, assignment);
      return resolved === undefined ? [] : [[key, resolved]];
    }),
  );
}

/** A `when` sentence, read: what it says of the worlds; `unsure` where it speaks of worlds that it does not name. */
export interface Sentence {
  holds(template: PlainTemplate, assignment: Assignment): boolean;
  readonly unsure: boolean;
}

/** Reads "IsProd is true", "Env is dev, test or prod", "Env is not dev", "Cidr is left at its default", joined by and, or. */
export function readWhen(text: string, template: PlainTemplate): Sentence {
  const [sure = '', ...others] = text.split(/, and in \d+ other cases$/);
  const names = [...Object.keys(template.Parameters), ...Object.keys(template.Conditions)].join('|');
  const next = `(?=(?:${names}) is )`;
  const either = sure.split(new RegExp(`,? or ${next}`)).map((part) => part.split(new RegExp(` and ${next}`)));
  return {
    unsure: others.length > 0,
    holds: (of, assignment) => either.some((all) => all.every((fact) => isFact(fact, of, assignment))),
  };
}

function isFact(fact: string, template: PlainTemplate, assignment: Assignment): boolean {
  const [, name = '', said = ''] = /^(\w+) is (.+)$/.exec(fact) ?? [];
  const condition = template.Conditions[name];
  if (condition !== undefined && (said === 'true' || said === 'false')) {
    return isTrue(condition, template, assignment) === (said === 'true');
  }
  const value = assignment[name];
  if (value === undefined) throw new Error(`"${fact}" cannot be read`);
  if (said === 'left at its default') return value === String(template.Parameters[name]?.Default);
  const values = said.replace(/^not /, '').split(/, | or /);
  const isOne = values.some((each) => (each === 'empty' ? '' : each) === value);
  return said.startsWith('not ') ? !isOne : isOne;
}
