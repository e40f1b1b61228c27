import type { Change } from '#syntax';
import { applyEdits } from '#text';
import { createDice, type Dice } from '../unit/edit/random-template.ts';
import type { Seed } from './corpus.ts';
import type { FuzzCase } from './fuzz-case.ts';

/** A case made of one template and up to six mutations, mostly one, the same for the same seed. */
export function makeCase(seed: number, corpus: readonly Seed[]): FuzzCase {
  const dice = createDice(seed);
  const start = dice.pick(corpus);
  const otherLanguage = start.language === 'yaml' ? 'json' : 'yaml';
  const language = dice.chance(0.03) ? otherLanguage : start.language;
  const text = dice.chance(0.05) ? start.text.replace(/\r?\n/g, dice.pick(['\r\n', '\r'])) : start.text;
  const changes: Change[] = [];
  let now = text;
  for (let left = dice.chance(0.5) ? 1 : 1 + dice.below(6); left > 0; left--) {
    const change = mutate(now, dice, corpus);
    changes.push(change);
    now = applyEdits(now, [change]);
  }
  return { seed, language, text, changes };
}

type Mutation = (text: string, dice: Dice, corpus: readonly Seed[]) => Change;

function mutate(text: string, dice: Dice, corpus: readonly Seed[]): Change {
  return dice.pick(MUTATIONS)(text, dice, corpus);
}

/** Characters that mean something in YAML or JSON. */
const SIGNS = [
  ...':-#"\'{}[],|>&*!?%@`\\~/=. \t\n\r',
  '\0',
  '\u007f',
  '- ',
  ': ',
  ' #',
  '\n\n',
  '---\n',
  '...\n',
  '<<: ',
];

/** Characters that break what counts or compares them. */
const UNICODE = [
  '\ufeff',
  '\ud83d\ude00',
  '\ud83d',
  '\ude00',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u00a0',
  '\u200b',
  '\u202e',
  'e\u0301',
  'ß',
  'İ',
  '\u{10ffff}',
  '\uffff',
  '日本語',
];

const TOKENS = [
  '*',
  '"*"',
  '0.0.0.0/0',
  '::/0',
  'true',
  'false',
  'null',
  '~',
  '-1',
  '65536',
  '1e400',
  '0x1F',
  '012',
  '9007199254740993',
  '.inf',
  "''",
  '{}',
  '[]',
  '[[]]',
  '{"a": {}}',
  '!Ref AWS::NoValue',
  '!Ref Nowhere',
  '!Ref AWS::Region',
  '!If [A, B, C]',
  '!If [A]',
  '!Sub "${A}${!B}${AWS::Region"',
  "!Sub ['${A}', {A: 1}]",
  '!GetAtt A',
  '!GetAtt A.B.C',
  '!Join [",", [a, b]]',
  '!Select [9, [a]]',
  '!Select [-1, !Split ["", a]]',
  '!FindInMap [A, B, C]',
  '!Cidr [a, 1, 2]',
  '!Base64 {}',
  '!Transform {Name: M}',
  '!Condition A',
  '!Not [!Condition A]',
  '!Unknown x',
  '!Ref {Ref: A}',
  '{"Ref": "A"}',
  '{"Ref": ["A"]}',
  '{"Fn::If": ["A", {"Ref": "AWS::NoValue"}, 1]}',
  '{"Fn::Sub": []}',
  '{"Fn::GetAtt": []}',
  '{"Fn::Transform": {"Name": "M"}}',
  '{"Fn::ForEach::A": ["B", ["a", "b"], {"X${B}": {}}]}',
  '{{resolve:ssm:a:1}}',
  'AWS::S3::Bucket',
  'AWS::IAM::Policy',
  'AWS::EC2::SecurityGroup',
  'AWS::Serverless::Function',
  'Custom::X',
  'Allow',
  'Deny',
  'NotAction',
  'NotPrincipal',
  'AWS::Serverless-2016-10-31',
  'AWS::LanguageExtensions',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
];

const LINES = [
  'Resources:',
  'Conditions:',
  'Parameters:',
  'Transform: AWS::LanguageExtensions',
  'Transform: [AWS::Serverless-2016-10-31, M]',
  '  Fn::Transform: {Name: M}',
  '  A: !Equals [!Ref B, c]',
  '  A: !Not [!Condition A]',
  '  A: !Or [!Condition B, !Condition A]',
  '    Condition: A',
  '    DependsOn: A',
  '    Type: AWS::S3::Bucket',
  '    Properties:',
  '    Properties: !If [A, {}, {}]',
  '    Metadata: {remit: {ignore: [{rule: x}]}}',
  '# remit-ignore a, b: c',
  '      - a',
  'Globals: {Function: {Timeout: 3}}',
  '__proto__: {Type: AWS::S3::Bucket}',
];

const typeSign: Mutation = (text, dice) => replaceAt(spot(text, dice), 0, dice.pick(SIGNS));
const typeUnicode: Mutation = (text, dice) => replaceAt(spot(text, dice), dice.below(2), dice.pick(UNICODE), text);
const replaceCharacter: Mutation = (text, dice) =>
  replaceAt(spot(text, dice), 1, String.fromCharCode(dice.chance(0.9) ? 32 + dice.below(95) : dice.below(65536)), text);
const deleteCharacters: Mutation = (text, dice) => replaceAt(spot(text, dice), 1 + dice.below(12), '', text);
const replaceToken: Mutation = (text, dice) => {
  const word = wordAt(text, spot(text, dice));
  return { span: word, newText: dice.pick(TOKENS) };
};
const swapWords: Mutation = (text, dice) => {
  const from = wordAt(text, spot(text, dice));
  return { span: wordAt(text, spot(text, dice)), newText: text.slice(from.start, from.end) };
};
const insertToken: Mutation = (text, dice) => replaceAt(spot(text, dice), 0, dice.pick(TOKENS));
const insertLine: Mutation = (text, dice) =>
  replaceAt(lineAt(text, spot(text, dice)).start, 0, `${dice.pick(LINES)}\n`);
const deleteLines: Mutation = (text, dice) => ({ span: linesAt(text, dice, 6), newText: '' });
const repeatLines: Mutation = (text, dice) => {
  const { start, end } = linesAt(text, dice, 20);
  return replaceAt(end, 0, text.slice(start, end));
};
const moveLines: Mutation = (text, dice) => {
  const { start, end } = linesAt(text, dice, 10);
  return replaceAt(lineAt(text, spot(text, dice)).start, 0, text.slice(start, end));
};
const indentLines: Mutation = (text, dice) => {
  const span = linesAt(text, dice, 8);
  const by = dice.pick([' ', '  ', '    ', '\t']);
  return { span, newText: text.slice(span.start, span.end).replace(/^(?=.)/gm, by) };
};
const dedentLines: Mutation = (text, dice) => {
  const span = linesAt(text, dice, 8);
  return { span, newText: text.slice(span.start, span.end).replace(/^ {1,2}/gm, '') };
};
const pasteFromOther: Mutation = (text, dice, corpus) => {
  const other = dice.pick(corpus).text;
  const { start, end } = linesAt(other, dice, 40);
  return replaceAt(lineAt(text, spot(text, dice)).start, 0, other.slice(start, end));
};
const pasteBlock: Mutation = (text, dice) => {
  const block = blockAt(text, dice);
  return replaceAt(block.end, 0, text.slice(block.start, block.end).repeat(1 + dice.below(2)));
};
const deleteBlock: Mutation = (text, dice) => ({ span: blockAt(text, dice), newText: '' });
const truncate: Mutation = (text, dice) => ({ span: { start: spot(text, dice), end: text.length }, newText: '' });
const behead: Mutation = (text, dice) => ({ span: { start: 0, end: spot(text, dice) }, newText: '' });
const nest: Mutation = (text, dice) => {
  const piece = dice.pick(['[', '{', '{"a":', '{a: ', '- ', '!If [A, ', '"', '!Sub ', '? ', '&a [*a, ']);
  return replaceAt(spot(text, dice), 0, piece.repeat(2 ** dice.below(12)));
};
const anchor: Mutation = (text, dice) => {
  const line = lineAt(text, spot(text, dice));
  const newText = dice.pick([' &a', ' *a', '\n<<: *a', ' &a *a', ' &b [*a, *a, *a]']);
  return replaceAt(Math.max(line.start, line.end - 1), 0, newText);
};
const replaceEverywhere: Mutation = (text, dice) => {
  const { start, end } = wordAt(text, spot(text, dice));
  const word = text.slice(start, end);
  const newText = word === '' ? text : text.replaceAll(word, () => dice.pick(TOKENS));
  return { span: { start: 0, end: text.length }, newText: newText.length > 200_000 ? text : newText };
};

/** Those that leave a template readable most of the time stand in twice. */
const MUTATIONS: readonly Mutation[] = [
  typeSign,
  typeUnicode,
  replaceCharacter,
  deleteCharacters,
  replaceToken,
  replaceToken,
  replaceToken,
  swapWords,
  swapWords,
  insertToken,
  insertLine,
  deleteLines,
  deleteLines,
  repeatLines,
  moveLines,
  moveLines,
  indentLines,
  dedentLines,
  pasteFromOther,
  pasteBlock,
  pasteBlock,
  deleteBlock,
  truncate,
  behead,
  nest,
  anchor,
  replaceEverywhere,
];

function replaceAt(start: number, length: number, newText: string, text?: string): Change {
  const end = text === undefined ? start + length : Math.min(start + length, text.length);
  return { span: { start, end }, newText };
}

function spot(text: string, dice: Dice): number {
  return dice.below(text.length + 1);
}

function wordAt(text: string, at: number): { start: number; end: number } {
  const isWord = (index: number) => /[^\s[\]{},"']/.test(text.charAt(index));
  let start = at;
  while (start > 0 && isWord(start - 1)) start--;
  let end = at;
  while (end < text.length && isWord(end)) end++;
  return { start, end };
}

/** The line at an offset, its line break included. */
function lineAt(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) + 1;
  return { start: at === 0 ? 0 : start, end: end === 0 ? text.length : end };
}

function linesAt(text: string, dice: Dice, most: number): { start: number; end: number } {
  const { start, end: first } = lineAt(text, spot(text, dice));
  let end = first;
  for (let left = dice.below(most); left > 0; left--) end = lineAt(text, end).end;
  return { start, end };
}

/** A line and all lines below it that are indented more. */
function blockAt(text: string, dice: Dice): { start: number; end: number } {
  const { start, end: first } = lineAt(text, spot(text, dice));
  const width = (at: number) => /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  const own = width(start);
  let end = first;
  while (end < text.length && width(end) > own) end = lineAt(text, end).end;
  return { start, end };
}
