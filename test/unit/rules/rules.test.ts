import { describe, expect, it } from 'vitest';
import { fixesOf } from '#analysis';
import { rules } from '#rules';
import { analyzeWith, applyFirstFixes, essence, type Mark, marksOf, readMarks, toJson } from './rule-tester.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has an example of what is bad, and one that must stay silent', () => {
    expect(rule.examples.some((example) => example.bad)).toBe(true);
    expect(rule.examples.some((example) => example.silent && example.name)).toBe(true);
  });

  const bad = rule.examples.filter((example) => example.bad !== undefined);
  it.each(bad.map((example) => [example.name ?? firstLines(example.bad), example] as const))(
    'flags: %s',
    (_name, example) => {
      const { text, marks } = readMarks(example.bad ?? '');
      const analysis = analyzeWith([rule], text);
      expect(marks.length).toBeGreaterThan(0);
      expect(shown(marksOf(analysis), text)).toEqual(shown(marks, text));
      if (example.when !== undefined) expect(analysis.findings.map((finding) => finding.when)).toContain(example.when);
      expect(essence(analyzeWith([rule], toJson(text), 'json').findings)).toEqual(essence(analysis.findings));
    },
  );

  const fixed = bad.filter((example) => example.good !== undefined);
  if (fixed.length > 0) {
    it.each(fixed.map((example) => [example.name ?? firstLines(example.bad), example] as const))(
      'fixes: %s',
      (_name, example) => {
        const { text } = readMarks(example.bad ?? '');
        const analysis = analyzeWith([rule], text);
        if (analysis.findings.some((finding) => fixesOf(analysis, finding).length > 0)) {
          expect(applyFirstFixes([rule], text)).toBe(example.good);
          const json = applyFirstFixes([rule], toJson(text), 'json');
          expect(json && JSON.parse(json)).toEqual(JSON.parse(toJson(example.good ?? '')));
        }
        expect(analyzeWith([rule], example.good ?? '').findings).toEqual([]);
      },
    );
  }

  const quiet = rule.examples.flatMap((example) => [example.silent ?? [], example.good ?? []].flat());
  it.each(quiet.map((text) => [firstLines(text), text] as const))('is silent on: %s', (_name, text) => {
    expect(shown(marksOf(analyzeWith([rule], text)), text)).toEqual([]);
    expect(essence(analyzeWith([rule], toJson(text), 'json').findings)).toEqual([]);
  });
});

function shown(marks: readonly Mark[], text: string): string[] {
  const lines = text.split('\n');
  return marks
    .map(
      ({ line, character, length }) =>
        `${line + 1}:${character + 1} ${lines[line]?.slice(character, character + length)}`,
    )
    .sort();
}

function firstLines(text: string | undefined): string {
  return (text ?? '').split('\n').slice(0, 6).join(' ').replace(/\s+/g, ' ').trim().slice(0, 80);
}
