import { applyEdits, createLineIndex } from '#text';
import { createDice, type Dice } from '../unit/edit/random-template.ts';
import type { Cost, TimedServer } from './timed-server.ts';

/** A document as its author has it, with the server following. */
export interface Desk {
  readonly server: TimedServer;
  readonly uri: string;
  text: string;
  version: number;
}

/** What one keystroke, or one paste, was and cost. */
export interface Stroke {
  readonly kind: string;
  readonly cost: Cost;
}

/** Types words inside values all over a text and deletes them again. */
export async function typeInValues(desk: Desk, strokes: number, seed: number): Promise<readonly Stroke[]> {
  const dice = createDice(seed);
  const done: Stroke[] = [];
  while (done.length < strokes) {
    const at = valueEnd(desk.text, dice);
    const word = dice.pick(['-new', 'Dev', '42', 'eu', '/path']);
    for (const [index, letter] of [...word].entries()) {
      done.push({ kind: 'type', cost: await edit(desk, at + index, 0, letter) });
    }
    for (let left = word.length; left > 0; left--) {
      done.push({ kind: 'delete', cost: await edit(desk, at + left - 1, 1, '') });
    }
  }
  return done;
}

/** Changes what lines, keys and resources there are, as authors do: all of it in the middle of the text, and taken back. */
export async function restructure(desk: Desk, rounds: number, seed: number): Promise<readonly Stroke[]> {
  const dice = createDice(seed);
  const done: Stroke[] = [];
  const stroke = async (kind: string, at: number, length: number, newText: string) => {
    done.push({ kind, cost: await edit(desk, at, length, newText) });
  };
  for (let round = 0; round < rounds; round++) {
    // A line break at the end of a line inside a resource, with the indentation an editor gives it.
    const end = valueEnd(desk.text, dice);
    const indent = /^\s*/.exec(desk.text.slice(desk.text.lastIndexOf('\n', end - 1) + 1, end))?.[0] ?? '';
    await stroke('new line', end, 0, `\n${indent}`);
    await stroke('undo', end, indent.length + 1, '');

    // A resource between two others: its key letter by letter (at first without a colon), then line by line.
    const gap = resourceStart(desk.text, dice);
    let at = gap;
    const write = async (kind: string, text: string) => {
      await stroke(kind, at, 0, text);
      at += text.length;
    };
    await write('new line', '\n');
    at = gap;
    await write('key without its colon', '  N');
    for (const letter of `ew${round}`) await write('key without its colon', letter);
    await write('key with its colon', ':');
    for (const line of NEW_RESOURCE) await write('line of a new resource', `\n${line}`);
    await stroke('undo', gap, at + 1 - gap, '');

    // A resource copied and pasted elsewhere, which makes a second one of its name until it is undone.
    const from = resourceStart(desk.text, dice);
    const to = resourceStart(desk.text, dice, from + 1);
    const copied = desk.text.slice(from, nextResource(desk.text, from + 1) ?? from);
    await stroke('paste', to, 0, copied);
    await stroke('undo', to, copied.length, '');
    await stroke('delete a resource', from, copied.length, '');
    await stroke('undo', from, 0, copied);
  }
  return done;
}

const NEW_RESOURCE = [
  '    Type: AWS::SNS::Topic',
  '    Properties:',
  '      TopicName: new',
  '      KmsMasterKeyId: alias/aws/sns',
  '      Tags:',
  '        - Key: a',
  '          Value: !Ref Env',
];

async function edit(desk: Desk, at: number, length: number, newText: string): Promise<Cost> {
  const index = createLineIndex(desk.text);
  const range = { start: index.placeAt(at), end: index.placeAt(at + length) };
  desk.text = applyEdits(desk.text, [{ span: { start: at, end: at + length }, newText }]);
  return desk.server.change(desk.uri, ++desk.version, range, newText);
}

/** The end of a line that holds a plain value of a resource. */
function valueEnd(text: string, dice: Dice): number {
  for (;;) {
    const from = dice.below(text.length);
    const line = /\n {6,}[A-Za-z]+: [A-Za-z0-9]+(?=\n)/g;
    line.lastIndex = from;
    const match = line.exec(text);
    if (match) return match.index + match[0].length;
  }
}

/** The offset at which some resource begins that is not the last one. */
function resourceStart(text: string, dice: Dice, not?: number): number {
  for (;;) {
    const start = nextResource(text, dice.below(text.length));
    if (start !== undefined && start !== not && nextResource(text, start + 1) !== undefined) return start;
  }
}

function nextResource(text: string, from: number): number | undefined {
  const key = /^ {2}Resource\d+:/gm;
  key.lastIndex = from;
  return key.exec(text)?.index;
}
