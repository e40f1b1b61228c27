#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { run } from '#cli';
import { responsibilityOf } from '#responsibility';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { readBeside } from './read-beside.ts';
import { schemaFiles } from './schema-files.ts';

// How long a function runs before the optimizing compiler of Node 20 takes it up; by itself that is meant for servers. A check is
// over before most of that compiling has paid for itself: with this, it takes about half the processor time. Later versions of Node have
// a cheaper compiler in between, and do not know the setting.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

// A reader that has seen enough (`remit check | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run({
  argv: process.argv.slice(2),
  script: __filename,
  rules,
  responsibilities: { of: responsibilityOf },
  mapAsset: (name) => readFileSync(join(__dirname, 'map', name), 'utf8'),
  rulePage: (id) => readFileSync(join(__dirname, '..', 'docs', 'rules', `${id}.md`), 'utf8'),
  readIncluded: readBeside,
  createSchema: () => createSchema(schemaFiles(__dirname)),
  version: () => JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')).version,
}).then((code) => {
  // Set, not called: what is still being written to a pipe gets there.
  process.exitCode = code;
});
