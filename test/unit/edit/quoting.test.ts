import { describe, expect, it } from 'vitest';
import { fix, set } from './under-test.ts';

const bucket = (flag: string) => `Resources:\n  B:\n    Properties:\n      Name: plain\n      Flag: ${flag}\n`;

describe('a value that takes the place of another is quoted like it', () => {
  it.each([
    ['a boolean in double quotes', '"false" # off', true, '"true" # off'],
    ['a boolean in single quotes', "'false'", true, "'true'"],
    ['a boolean without quotes', 'false', true, 'true'],
    ['a number in quotes', '"7"', 30, '"30"'],
    ['a text in double quotes', '"Suspended"', 'Enabled', '"Enabled"'],
    ['a text in single quotes', "'Suspended'", 'Enabled', "'Enabled'"],
    ['a text without quotes', 'Suspended', 'Enabled', 'Enabled'],
    ['in a flow list', "[a, 'false']", true, 'true'],
    ['another kind of value keeps its own', '"none"', true, 'true'],
    ['quotes that the old text needed', "'OFF'", 'OPTIONAL', 'OPTIONAL'],
    ['a list', '"x"', ['a'], '\n        - a'],
  ])('%s', (_, before, value, after) => {
    const gap = after.startsWith('\n') ? '' : ' ';
    expect(fix(bucket(before), set('Resources.B.Properties.Flag', value))).toBe(
      bucket('').replace(/Flag: $/m, `Flag:${gap}${after}`),
    );
  });

  it('a text without quotes stays so among many with quotes', () => {
    const others = '      A: "x y"\n      B: "some"\n      C: "thing"\n';
    expect(fix(bucket('Suspended') + others, set('Resources.B.Properties.Flag', 'Enabled'))).toBe(
      bucket('Enabled') + others,
    );
  });

  it('a JSON string stays a string', () => {
    const json = (flag: string) => `{"Resources": {"B": {"Properties": {"Flag": ${flag}}}}}`;
    expect(fix(json('"false"'), set('Resources.B.Properties.Flag', true))).toBe(json('"true"'));
    expect(fix(json('false'), set('Resources.B.Properties.Flag', true))).toBe(json('true'));
  });

  it('two intents for one quoted value agree', () => {
    const wish = set('Resources.B.Properties.Flag', true);
    expect(fix(bucket('"false"'), wish, wish)).toBe(bucket('"true"'));
  });
});
