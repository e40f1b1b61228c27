import { type Document, diagnostics, hover } from '#features';
import type { Service } from '#service';
import { warmUpTemplate } from './warm-up-template.ts';

/**
 * Does what an author will ask for, on templates of its own, so that the first file and the first keystrokes do not pay for compiling and
 * loading. In steps of a few milliseconds: what arrives in between has its turn.
 */
export function warmUp(service: Service, defer: (task: () => void) => void): void {
  const steps = stepsOf(service);
  const next = () => {
    if (!steps.next().done) defer(next);
  };
  next();
}

/** Enough for the compiler to have taken notice of what typing needs. */
const ROUNDS = 8;
/** Resource types that are looked at together. */
const TYPES_AT_ONCE = 8;

function* stepsOf(service: Service): Generator<void> {
  service.schema.warm();
  yield;
  yield* type(service, 1);
  yield* look(service);
  yield* type(service, ROUNDS);
}

/** What is typed: mostly letters, now and then a key without its colon or a resource that takes the rest of the one above it. */
const TYPED = ['x', 'y', '\n      New', 'z', '\n  New:\n    Type: AWS::SNS::Topic'];

/** Types something at the end of each value of a template, and deletes it. */
function* type(service: Service, rounds: number): Generator<void> {
  let document = service.open({ name: 'warm-up.yaml', text: warmUpTemplate, language: 'yaml' }, service.options({}));
  const ends = [...warmUpTemplate.matchAll(/\n {6,}\w+: \w+(?=\n)/g)].map((match) => match.index + match[0].length);
  const replace = (start: number, length: number, newText: string): Document => {
    const changed = service.change(document, [{ span: { start, end: start + length }, newText }]);
    diagnostics(changed, 100);
    return changed;
  };
  for (let round = 0; round < rounds; round++) {
    for (const [number, end] of ends.entries()) {
      const typed = TYPED[(number + round) % TYPED.length] ?? 'x';
      document = replace(end, 0, typed);
      yield;
      document = replace(end, typed.length, '');
      hover(document, end);
      yield;
    }
  }
}

/** A look at a resource of each type that rules look at. */
function* look(service: Service): Generator<void> {
  const options = service.options({});
  const types = [...new Set(service.rules.flatMap(({ on }) => on))].filter((each) => each.startsWith('AWS::'));
  for (let from = 0; from < types.length; from += TYPES_AT_ONCE) {
    const entries = types
      .slice(from, from + TYPES_AT_ONCE)
      .map((each, at) => `  R${at}:\n    Type: ${each}\n    Properties: { Name: x }\n`);
    service.open({ name: 'warm-up.yaml', text: `Resources:\n${entries.join('')}`, language: 'yaml' }, options);
    yield;
  }
}
