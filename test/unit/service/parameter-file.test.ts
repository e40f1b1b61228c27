import { expect, test } from 'vitest';
import { parseParameterFile } from '#service';

function check(content: unknown, expected: Readonly<Record<string, string>> | string): void {
  const parsed = parseParameterFile(typeof content === 'string' ? content : JSON.stringify(content));
  expect(typeof parsed === 'string' ? parsed : Object.fromEntries(parsed)).toEqual(expected);
}

test('the list of the AWS CLI gives values by key', () => {
  check(
    [
      { ParameterKey: 'A', ParameterValue: 'x' },
      { ParameterKey: 'B', ParameterValue: 'y' },
    ],
    { A: 'x', B: 'y' },
  );
});

test('a value that stays as it was deployed is not known', () => {
  check([{ ParameterKey: 'A', UsePreviousValue: true }], {});
});

test('the strings of the AWS CLI are split at the first equals sign', () => {
  check(['A=b=c'], { A: 'b=c' });
});

test('a CodePipeline file and a plain object give their members', () => {
  check({ Parameters: { A: 'x' }, Tags: { T: 't' } }, { A: 'x' });
  check({ A: 'x', Count: 3, On: true, Subnets: ['a', 'b'] }, { A: 'x', Count: '3', On: 'true', Subnets: 'a,b' });
});

test('a byte order mark is no mistake', () => {
  check('\uFEFF{"A":"x"}', { A: 'x' });
});

test('what is no parameter file says why', () => {
  check('{"A": x', 'is not JSON');
  check('A: x', 'has A: where Name=value is expected');
  check('', 'holds no parameters');
  check([{ Key: 'A' }], 'has an item without ParameterKey and ParameterValue');
  check({ A: { b: 1 } }, 'gives A a value that is no text, number, boolean or list of them');
});

test('pairs are told apart by white space outside quotes', () => {
  check('A=x B="y z" "C=d e"\nList=a,b', { A: 'x', B: 'y z', C: 'd e', List: 'a,b' });
  check('ParameterKey=A,ParameterValue=x,y ParameterKey=B,ParameterValue=', { A: 'x,y', B: '' });
});

test('the overrides of a samconfig.toml are those of its default deployment', () => {
  const toml = (overrides: string) =>
    `version = 0.1\n[default.deploy.parameters]\nparameter_overrides = ${overrides}\n`;
  const read = (text: string) => {
    const parsed = parseParameterFile(text, 'x/samconfig.toml');
    return typeof parsed === 'string' ? parsed : Object.fromEntries(parsed);
  };
  expect(read(toml('"A=x B=\\"y z\\""'))).toEqual({ A: 'x', B: 'y z' });
  expect(read(toml('["A=x", "B=y"]'))).toEqual({ A: 'x', B: 'y' });
  expect(read('version = 0.1')).toBe('has no parameter_overrides in its default environment');
  expect(read('version =')).toBe('is not TOML');
});
