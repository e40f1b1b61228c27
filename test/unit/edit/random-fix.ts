import { type Dice, isPlainList, isPlainMap, type Plain, randomValue } from './random-template.ts';
import { append, remove, set, type Wish } from './under-test.ts';

type Path = readonly (string | number)[];

/** A change of plain data, told in paths. */
export interface Step {
  readonly kind: 'set' | 'append' | 'remove';
  /** To a value that exists. */
  readonly at: Path;
  /** Beneath it, to one that does not. */
  readonly path: Path;
  readonly value: Plain;
}

interface Place {
  readonly path: Path;
  readonly value: Plain;
  readonly parent: Plain;
}

export function randomStep(dice: Dice, template: Plain, number: number): Step {
  const places = placesIn(template);
  const place = dice.pick(places);
  const value = { New: number, In: randomValue(dice, 2) };
  const maps = places.filter((other) => isPlainMap(other.value) && !isCall(other.value));
  const kind = dice.below(10);
  if (kind < 4) {
    const { path } = dice.pick(maps);
    return {
      kind: 'set',
      at: path,
      path: dice.chance(0.5) ? ['New'] : ['New', `N${dice.below(3)}`],
      value: dice.chance(0.5) ? value : number,
    };
  }
  const inside = places.filter((other) => other.path.length > 2);
  if (kind < 6 && inside.length > 0) return { kind: 'set', at: dice.pick(inside).path, path: [], value };
  const lists = inside.filter(
    (other) => !isCall(other.value) && (isPlainList(other.value) || isPlainMap(other.parent)) && !isCall(other.parent),
  );
  if (kind < 8 && lists.length > 0) return { kind: 'append', at: dice.pick(lists).path, path: [], value };
  const removable = inside.filter(
    (other) => !isCall(other.parent) && other.path.at(-2) !== 'Fn::If' && other.path.length > 3,
  );
  if (removable.length > 0) return { kind: 'remove', at: dice.pick(removable).path, path: [], value };
  return { kind: 'set', at: place.path, path: [], value };
}

function isCall(value: Plain): boolean {
  return isPlainMap(value) && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

/** All values from the resources' bodies down, without the inside of `Ref` and the condition of `Fn::If`. */
function placesIn(template: Plain): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: Plain, path: Path, parent: Plain) => {
    places.push({ path, value, parent });
    const isCallList = path.at(-1) === 'Fn::If';
    if (isPlainList(value))
      for (const index of value.keys())
        if (!isCallList || index > 0) visit(value[index] as Plain, [...path, index], value);
    if (isPlainMap(value) && !('Ref' in value))
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key], value);
  };
  const resources = isPlainMap(template) ? (template.Resources ?? {}) : {};
  for (const [id, body] of Object.entries(resources)) visit(body as Plain, ['Resources', id], resources);
  // The argument list of a function is no value of its own.
  return places.filter(({ path }) => path.at(-1) !== 'Fn::If');
}

export function wishOf(step: Step): Wish {
  const place = `${step.at.join('.')}|${step.path.join('.')}`;
  if (step.kind === 'remove') return remove(place);
  return step.kind === 'set' ? set(place, step.value) : append(place, step.value);
}

/** Whether one step works on a part of what another takes away or replaces, so that together they mean nothing clear. */
export function collide(steps: readonly Step[]): boolean {
  return steps.some((a, index) =>
    steps.some((b, other) => {
      if (index === other || !a.at.every((step, depth) => b.at[depth] === step)) return false;
      if (a.at.length === b.at.length) return a.kind !== b.kind || a.kind === 'set';
      return a.path.length === 0 || a.kind !== 'set';
    }),
  );
}

const gone = Symbol('gone');
type Loose = string | number | boolean | Loose[] | { [key: string]: Loose } | typeof gone;

/** The data after the steps, by nothing but plain objects. */
export function applySteps(template: Plain, steps: readonly Step[]): Plain {
  const root = structuredClone(template) as Loose;
  for (const step of steps) {
    const whole = [...step.at, ...step.path];
    const parent = whole.slice(0, -1).reduce<Loose>((node, key) => ((node as Record<string, Loose>)[key] ??= {}), root);
    const holder = parent as Record<string | number, Loose>;
    const key = whole.at(-1) ?? '';
    if (step.kind === 'remove') holder[key] = gone;
    else if (step.kind === 'set') holder[key] = step.value as Loose;
    else
      holder[key] = Array.isArray(holder[key])
        ? [...(holder[key] as Loose[]), step.value as Loose]
        : [holder[key] as Loose, step.value as Loose];
  }
  return sweep(root, undefined) as Plain;
}

/** Takes out what is gone: a list it empties goes too or is `AWS::NoValue` in a branch, a map it empties stays. */
function sweep(node: Loose, key: string | undefined): Loose {
  if (typeof node !== 'object') return node;
  if (Array.isArray(node)) {
    const kept = node.map((item) => sweep(item, undefined)).filter((item) => item !== gone);
    const isEmptied = node.includes(gone) && kept.length === 0;
    return isEmptied && key !== undefined ? gone : kept;
  }
  const entries = Object.entries(node).map(
    ([name, value]) => [name, name === 'Fn::If' ? sweepBranches(value) : sweep(value, name)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== gone));
}

function sweepBranches(branches: Loose): Loose {
  if (!Array.isArray(branches)) return branches;
  return branches.map((branch) => {
    const swept = sweep(branch, 'branch');
    return swept === gone ? { Ref: 'AWS::NoValue' } : swept;
  });
}
