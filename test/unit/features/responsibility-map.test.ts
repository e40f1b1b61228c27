import { describe, expect, test } from 'vitest';
import type { Rule } from '#analysis';
import {
  type Document,
  fixesOfCell,
  fixNamed,
  type LiveMap,
  liveMap,
  placeOfCell,
  responsibilityLenses,
  responsibilityMap,
} from '#features';
import { responsibilityOf } from '#responsibility';
import { createService } from '#service';
import { schema } from '../responsibility/schema.ts';
import { publicBucket } from './analysed.ts';

const encrypted: Rule = {
  ...publicBucket,
  id: 'rds-encryption',
  on: 'AWS::RDS::DBInstance',
  severity: 'high',
  aspect: 'encryption-at-rest',
  check(database, report) {
    const value = database.get('StorageEncrypted');
    if (value.isNot(true)) report(value, 'It is not encrypted');
  },
};
const faulty: Rule = {
  ...publicBucket,
  id: 'faulty',
  aspect: 'identity-access',
  on: 'AWS::SNS::Topic',
  check: () => {
    throw new Error('a bug');
  },
};

const service = createService({
  rules: [publicBucket, encrypted, faulty],
  schema,
  responsibilities: { of: responsibilityOf },
});
const options = service.options({});

function open(text: string): Document {
  return service.open({ name: 'a.yaml', text, language: 'yaml' }, options);
}

function live(document: Document, previous?: LiveMap): LiveMap {
  const made = liveMap(document, previous);
  if (!made) throw new Error('no map');
  return made;
}

/** The state of one cell. */
function state(text: string, id: string, aspect: string): string | undefined {
  const map = responsibilityMap(open(text));
  const row = map?.rows.find(({ resource }) => (resource?.logicalId ?? '') === id);
  return row?.cells.find((cell) => cell.aspect === aspect)?.state;
}

const database = (...properties: readonly string[]) =>
  `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n${properties.map((line) => `      ${line}\n`).join('')}`;

describe('a duty', () => {
  test('is of AWS where AWS carries it', () => {
    expect(state(database('Engine: mysql'), 'Db', 'physical-facilities')).toBe('aws');
  });

  test('is open where a rule reports', () => {
    expect(state(database('StorageEncrypted: false'), 'Db', 'encryption-at-rest')).toBe('open');
  });

  test('is done where rules look and are silent', () => {
    expect(state(database('StorageEncrypted: true'), 'Db', 'encryption-at-rest')).toBe('done');
  });

  test('is unknown where no rule looks', () => {
    expect(state(database('StorageEncrypted: true'), 'Db', 'logging-monitoring')).toBe('unknown');
  });

  test('is unknown where the value comes from elsewhere, and done where only the key does', () => {
    expect(state(database('StorageEncrypted: !ImportValue X'), 'Db', 'encryption-at-rest')).toBe('unknown');
    const key = database('StorageEncrypted: true', 'KmsKeyId: !ImportValue X');
    expect(state(key, 'Db', 'encryption-at-rest')).toBe('done');
    expect(
      state(
        `Parameters:\n  Key:\n    Type: String\n${database('StorageEncrypted: true', 'KmsKeyId: !Ref Key')}`,
        'Db',
        'encryption-at-rest',
      ),
    ).toBe('done');
  });

  test('goes by the default of a parameter that has one', () => {
    const parameter = (lines: string) =>
      `Parameters:\n  On:\n    Type: String\n${lines}${database('StorageEncrypted: !Ref On')}`;
    expect(state(parameter("    Default: 'true'\n"), 'Db', 'encryption-at-rest')).toBe('done');
    expect(state(parameter(''), 'Db', 'encryption-at-rest')).toBe('unknown');
    expect(
      state(parameter("    Default: 'true'\n    AllowedValues: ['true', 'false']\n"), 'Db', 'encryption-at-rest'),
    ).toBe('open');
  });

  test('is done where its author ignores the finding', () => {
    const text = database('StorageEncrypted: false').replace('  Db:', '  # remit-ignore rds-encryption: a copy\n  Db:');
    expect(state(text, 'Db', 'encryption-at-rest')).toBe('done');
  });

  test('is not applicable where it lies on other resources', () => {
    expect(state('Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n', 'G', 'os-patching')).toBe('not-applicable');
  });

  test('is unknown where the rule that looks fails', () => {
    expect(state('Resources:\n  T:\n    Type: AWS::SNS::Topic\n', 'T', 'identity-access')).toBe('unknown');
  });
});

describe('the summary', () => {
  test('counts the credentials of the account once', () => {
    const one = responsibilityMap(open(database('StorageEncrypted: true')))?.summary;
    const two = responsibilityMap(
      open(
        `${database('StorageEncrypted: true')}  Db2:\n    Type: AWS::RDS::DBInstance\n    Properties: { StorageEncrypted: false }\n`,
      ),
    )?.summary;
    expect(one).toMatchObject({ done: 1, open: 0 });
    expect(two).toMatchObject({ done: 1, open: 1 });
    // A database has eight duties of its own.
    expect([one?.duties, two?.duties]).toEqual([one?.duties ?? 0, ((one?.duties ?? 0) - 1) * 2 + 1]);
  });

  test('adds up', () => {
    const { duties, done, open: left, unknown } = live(open(database('StorageEncrypted: false'))).data.summary;
    expect(done + left + unknown).toBe(duties);
  });
});

describe('after a change', () => {
  const text = `${database('StorageEncrypted: false')}  Data:\n    Type: AWS::S3::Bucket\n    Properties: { AccessControl: Private }\n`;

  test('rows that nothing happened to are the same objects', () => {
    const before = open(text);
    const map = live(before);
    const at = text.indexOf('false');
    const after = live(service.change(before, [{ span: { start: at, end: at + 5 }, newText: 'true' }]), map);
    expect(after.data.rows.map(({ id, states }) => [id, states[7]])).toEqual([
      ['', 'not-applicable'],
      ['Db', 'done'],
      ['Data', 'unknown'],
    ]);
    expect(after.map.rows[2]).toBe(map.map.rows[2]);
    expect(after.map.rows[1]).not.toBe(map.map.rows[1]);
    expect(after.data.rows[2]).toBe(map.data.rows[2]);
  });

  test('the map is the one of the text as opened', () => {
    let document = open(text);
    let map = live(document);
    for (const [find, put] of [
      ['false', '!Ref X'],
      ['Private', 'PublicRead'],
      ['  Data', '  More:\n    Type: AWS::S3::Bucket\n  Data'],
      ['Parameters', ''],
      ['!Ref X', 'true'],
    ] as const) {
      const at = document.tree.text.indexOf(find);
      if (at < 0) continue;
      document = service.change(document, [{ span: { start: at, end: at + find.length }, newText: put }]);
      map = live(document, map);
      expect(map.data).toEqual(live(open(document.tree.text)).data);
    }
  });
});

describe('a cell', () => {
  const text =
    'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n      VersioningConfiguration: { Status: Enabled }\n';
  const document = open(text);
  const { map } = live(document);
  const at = (aspect: 'network-exposure' | 'backup-durability' | 'keys-secrets') => {
    const span = placeOfCell(document, map, 'Data', aspect);
    return span && text.slice(span.start, span.end);
  };

  test('points at its finding, else at the property that carries it, else at the logical id', () => {
    expect(at('network-exposure')).toBe('PublicRead');
    expect(at('backup-durability')).toBe('VersioningConfiguration');
    expect(at('keys-secrets')).toBe('Data');
  });

  test('offers the fixes that hold, by names that find them again', () => {
    const fixes = fixesOfCell(document, map, 'Data', 'network-exposure');
    expect(fixes.map(({ title }) => title)).toEqual([
      'Make the bucket private',
      'Remove the setting (may change how the stack works)',
    ]);
    const [first] = fixes;
    const proven = first && fixNamed(document, { resource: 'Data', ...first });
    expect(proven?.edits.map(({ newText }) => newText)).toEqual(['Private']);
    expect(
      first && fixNamed(open(text.replace('PublicRead', 'Private')), { resource: 'Data', ...first }),
    ).toBeUndefined();
  });
});

test('a code lens counts the duties of a resource, and none stands over one without', () => {
  const text = `${database('StorageEncrypted: false')}  Wait:\n    Type: Acme::Made::Up\n`;
  const lenses = responsibilityLenses(open(text));
  expect(lenses.map(({ title, span }) => [text.slice(span.start, span.end), title])).toEqual([
    ['Db', expect.stringMatching(/^you: 0 of \d done · 1 open$/)],
  ]);
});
