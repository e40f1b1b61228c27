import { pinsOf } from '#analysis';
import { Reads, type ResourceView, type Value, viewTemplate, World } from '#evaluate';
import type { Document } from './document.ts';

/** A stack that a template makes of another template, with what is certain of the parameters it passes. */
export interface NestedStack {
  readonly logicalId: string;
  /** The template's place as written: a path relative to this document, or an address. */
  readonly location: string;
  /** Values by parameter name; those that differ from world to world, or that nothing tells, are left out. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The nested stacks of a template (`AWS::CloudFormation::Stack`, `AWS::Serverless::Application`) whose place is known. */
export function nestedStacks({ template, analysis }: Document): readonly NestedStack[] {
  if (!template || !analysis) return [];
  const pins = pinsOf(analysis.options);
  // Nothing is decided in this world, so what is known in it is known in all.
  const world = new World({ template, pins, reads: new Reads(), script: undefined });
  return viewTemplate(world)
    .resources('AWS::CloudFormation::Stack')
    .flatMap((stack) => describe(stack));
}

/** What all parents of a template pass it alike. Where they differ, one that passes nothing included, a parameter stays open. */
export function agreedParameters(passed: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  const [first, ...others] = passed;
  return new Map([...(first ?? [])].filter(([name, text]) => others.every((other) => other.get(name) === text)));
}

function describe(stack: ResourceView): NestedStack[] {
  const location = stack.get('TemplateURL').text();
  if (location === undefined) return [];
  const parameters = stack
    .get('Parameters')
    .entries()
    .flatMap(([name, value]): (readonly [string, string])[] => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    });
  return [{ logicalId: stack.logicalId, location, parameters: new Map(parameters) }];
}

/** A list is passed as CloudFormation writes a CommaDelimitedList. */
function textOf(value: Value): string | undefined {
  if (!value.isList) return value.text();
  const items = value.items().map((item) => item.text());
  return items.includes(undefined) ? undefined : items.join(',');
}
