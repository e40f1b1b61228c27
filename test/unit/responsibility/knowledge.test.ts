import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Duty, ServiceKnowledge } from '#responsibility';
import { ASPECTS, CLASS_DUTIES, PROGRAMMES, SERVICES } from '#responsibility';
import { schema } from './schema.ts';

const SERVICES_FOLDER = join(import.meta.dirname, '../../../rules/responsibility/services');
const LONGEST = 160;

describe('services written by hand', () => {
  it('are all in the index, each in a file of its id', () => {
    const files = readdirSync(SERVICES_FOLDER).filter((file) => file !== 'index.ts');
    expect(SERVICES.map((service) => `${service.id}.ts`).sort()).toEqual(files.sort());
    expect(SERVICES.length).toBeGreaterThanOrEqual(60);
  });

  it('say something of their own in three aspects or more', () => {
    const poor = SERVICES.filter((service) => Object.keys(service.aspects).length < 3);
    expect(poor.map((service) => service.id)).toEqual([]);
  });

  it('answer for types that exist, each type claimed once', () => {
    const types = schema.resourceTypes();
    const claims = SERVICES.flatMap((service) => service.types);
    const dead = claims.filter((claim) => !types.some((type) => matches(claim, type)));
    expect(dead).toEqual([]);
    expect(claims.filter((claim, at) => claims.indexOf(claim) !== at)).toEqual([]);
  });

  it('name only properties that exist', () => {
    const wrong = allDuties().flatMap(({ where, duty }) =>
      Object.entries(duty.properties ?? {}).flatMap(([type, paths]) =>
        paths.filter((path) => !schema.property(type, path)).map((path) => `${where}: ${type} ${path}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('describe parts and overrides of types they answer for', () => {
    const wrong = SERVICES.flatMap((service) =>
      [...Object.keys(service.overrides ?? {}), ...Object.keys(service.carries ?? {})]
        .filter((pattern) => !schema.resourceTypes().some((type) => matches(pattern, type) && owns(service, type)))
        .map((pattern) => `${service.id}: ${pattern}`),
    );
    expect(wrong).toEqual([]);
  });

  it('do not call an aspect meaningless of which they speak', () => {
    const both = SERVICES.flatMap((service) =>
      Object.keys(service.notApplicable ?? {})
        .filter((aspect) => aspect in service.aspects)
        .map((aspect) => `${service.id}: ${aspect}`),
    );
    expect(both).toEqual([]);
  });
});

describe('what is said', () => {
  it('is one sentence, short enough for a row of a hover', () => {
    const wrong = allTexts().filter(({ text }) => !isSentence(text));
    expect(wrong).toEqual([]);
    const long = allDuties().filter(({ duty }) => duty.sentence.length > LONGEST);
    expect(long.map(({ where, duty }) => `${where}: ${duty.sentence.length}`)).toEqual([]);
  });

  it('is never the same filler twice', () => {
    const sentences = allDuties().map(({ duty }) => duty.sentence.toLowerCase());
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });

  it('names whom it binds: AWS in what is the duty of AWS, you in what is yours', () => {
    const wrong = allDuties().filter(({ duty }) => {
      const { who, sentence } = duty;
      if (who === 'aws') return !/AWS/.test(sentence);
      return !/\b(?:you|your|yours|yourself)\b/i.test(sentence);
    });
    expect(wrong.map(({ where, duty }) => `${where}: ${duty.who}: ${duty.sentence}`)).toEqual([]);
  });

  it('is linked to a page of AWS', () => {
    const links = [
      ...SERVICES.map((service) => service.link),
      ...allDuties().flatMap(({ duty }) => duty.link ?? []),
      ...PROGRAMMES.map((programme) => programme.link),
    ];
    expect(links.filter((link) => !/^https:\/\/(?:docs\.)?aws\.amazon\.com\/\S+$/.test(link))).toEqual([]);
  });
});

describe('derived services', () => {
  it('have names only where nobody has written by hand', async () => {
    const { NAMES_BY_NAMESPACE, CLASSES_BY_NAMESPACE } = await import('../../../rules/responsibility/names.ts');
    const written = SERVICES.flatMap((service) => service.types).filter((type) => type.endsWith('::'));
    const used = new Set(
      schema
        .resourceTypes()
        .filter((type) => !written.some((claim) => type.startsWith(claim)))
        .map((type) =>
          type
            .split('::')
            .slice(0, 2)
            .join('::')
            .replace(/^AWS::/, ''),
        ),
    );
    expect([...NAMES_BY_NAMESPACE.keys()].filter((name) => !used.has(name))).toEqual([]);
    expect([...CLASSES_BY_NAMESPACE.keys()].filter((name) => !NAMES_BY_NAMESPACE.has(name))).toEqual([]);
  });
});

it('keeps the knowledge free of anything but data', () => {
  const code = readdirSync(SERVICES_FOLDER)
    .filter((file) => file !== 'index.ts')
    .filter((file) => /[(`]|=>/.test(withoutStrings(readFileSync(join(SERVICES_FOLDER, file), 'utf8'))));
  expect(code).toEqual([]);
});

function withoutStrings(code: string): string {
  return code.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '');
}

interface Placed {
  readonly where: string;
  readonly duty: Duty;
}

function allDuties(): readonly Placed[] {
  const byHand = SERVICES.flatMap((service) => [
    ...placed(service.id, service.aspects),
    ...Object.entries(service.overrides ?? {}).flatMap(([type, duties]) => placed(type, duties)),
  ]);
  const own = new Set<Duty>(byHand.map(({ duty }) => duty));
  const classes = Object.entries(CLASS_DUTIES).flatMap(([name, duties]) => placed(name, duties));
  // The classes share what the infrastructure and the account say.
  return [...byHand, ...classes.filter(({ duty }) => !own.has(duty))];
}

function placed(where: string, duties: ServiceKnowledge['aspects']): readonly Placed[] {
  return ASPECTS.flatMap((aspect) => {
    const duty = duties[aspect];
    return duty ? [{ where: `${where} ${aspect}`, duty }] : [];
  });
}

function allTexts(): readonly { readonly where: string; readonly text: string }[] {
  return [
    ...allDuties().flatMap(({ where, duty }) =>
      [duty.sentence, ...(duty.notes ?? []), duty.since ?? []].flat().map((text) => ({ where, text })),
    ),
    ...SERVICES.flatMap((service) =>
      [service.summary, service.since ?? [], Object.values(service.notApplicable ?? {})]
        .flat()
        .map((text) => ({ where: service.id, text })),
    ),
    ...PROGRAMMES.flatMap(({ id, aws, you, since }) =>
      [aws, you, since ?? []].flat().map((text) => ({ where: id, text })),
    ),
  ];
}

/** Begins with a capital or a name, ends with a full stop, and has none in between. */
function isSentence(text: string): boolean {
  return /^[A-Z]/.test(text) && /[^.\s]\.$/.test(text) && !/\.\s/.test(text) && !/\s\s/.test(text);
}

function matches(claim: string, type: string): boolean {
  if (claim.endsWith('::')) return type.startsWith(claim);
  return claim.endsWith('*') ? type.startsWith(claim.slice(0, -1)) : type === claim;
}

function owns(service: ServiceKnowledge, type: string): boolean {
  return service.types.some((claim) => matches(claim, type));
}
