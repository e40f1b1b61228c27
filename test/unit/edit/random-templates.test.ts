import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderIntents } from '#edit';
import { parseTree } from '#syntax';
import { applySteps, collide, randomStep, wishOf } from './random-fix.ts';
import { createDice, type Plain, randomTemplate, readPlain, writeJson, writeYaml } from './random-template.ts';
import { addParameter, addResource, fix } from './under-test.ts';

const runs = Number(process.env.REMIT_RUNS ?? 300);

describe('fixes to random templates', () => {
  it.each([
    ['YAML', writeYaml],
    ['JSON', writeJson],
  ] as const)(
    'say what the intents say and nothing else, in %s',
    (language, write) => {
      fc.assert(
        fc.property(fc.integer(), (seed) => checkOne(seed, language === 'JSON' ? 'json' : 'yaml', write)),
        { numRuns: runs, seed: process.env.REMIT_RUNS ? undefined : 1 },
      );
    },
    60_000,
  );
});

function checkOne(
  seed: number,
  language: 'yaml' | 'json',
  write: (template: Plain, dice: ReturnType<typeof createDice>) => string,
) {
  const dice = createDice(seed);
  const template = randomTemplate(dice);
  const text = write(template, dice);
  expect(readPlain(text), `generator: ${text}`).toEqual(template);
  const steps = Array.from({ length: 1 + dice.below(3) }, (_, index) => randomStep(dice, template, index));
  if (collide(steps)) return;
  const isAdding = dice.chance(0.3);
  const companion = { Type: 'N', Properties: { A: { Ref: 'P' } } };
  const additions = isAdding
    ? [addResource('N', companion, dice.pick(['R1', 'R2'])), addParameter('P', { Type: 'String' })]
    : [];
  const after = fix(text, ...steps.map(wishOf), ...additions);
  const story = `${text}\n${JSON.stringify(steps)}\n${after}`;
  // A lone value of several lines is not made a list.
  if (after === undefined && steps.some((step) => step.kind === 'append' && isText(valueAt(template, step.at)))) return;
  expect(after, story).toBeDefined();
  if (after === undefined) return;
  expect(readPlain(after), story).toEqual(
    isAdding ? withCompanion(applySteps(template, steps), companion) : applySteps(template, steps),
  );
  const isRemoval = steps.some((step) => step.kind === 'remove' || step.path.length === 0);
  if (!isRemoval) {
    const comments = (of: string) => of.match(/# c[0-9]+/g) ?? [];
    expect(comments(after), story).toEqual(comments(text));
  }
  expect(text.includes('\r\n') ? /[^\r]\n|\r[^\n]/.test(after) : after.includes('\r'), story).toBe(false);
  checkAgain(after, language, steps);
}

function isText(value: Plain | undefined): boolean {
  return typeof value === 'string' && value.includes('\n');
}

function valueAt(template: Plain, path: readonly (string | number)[]): Plain | undefined {
  return path.reduce<Plain | undefined>((value, key) => (value as { readonly [key: string]: Plain })[key], template);
}

function withCompanion(template: Plain, companion: Plain): Plain {
  const { Resources, ...rest } = template as { readonly [key: string]: Plain };
  return { ...rest, Resources: { ...(Resources as object), N: companion }, Parameters: { P: { Type: 'String' } } };
}

/** The same fix once more finds all of it there. */
function checkAgain(after: string, language: 'yaml' | 'json', steps: readonly ReturnType<typeof randomStep>[]) {
  if (steps.some((step) => step.kind === 'remove')) return;
  const tree = parseTree(after, language);
  const intents = steps.map((step) => wishOf(step)(tree));
  expect(renderIntents(tree, intents)).toEqual([]);
}
