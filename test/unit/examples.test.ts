import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixesOf } from '#analysis';
import { type Document, messageOf, provenFixes } from '#features';
import { rules } from '#rules';
import { createSchema } from '#schema';
import { createService } from '#service';

const folder = resolve(import.meta.dirname, '..', '..', 'examples');
const flawed = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name) && name !== 'hardened.yaml');
const schema = createSchema({ resources: () => '', iamActions: () => '', docs: () => '' });
const service = createService({ rules, schema });
const recommended = service.options({});

describe('examples/', () => {
  it('has nothing to say about the hardened web application', () => {
    expect(messagesOf(open('hardened.yaml'))).toEqual([]);
  });

  it.each(flawed)('finds something in %s, and of the fixes it knows for each finding one holds', (name) => {
    const document = open(name);
    const findings = document.analysis?.findings ?? [];
    expect(findings.length).toBeGreaterThan(0);
    const { analysis } = document;
    const fixable = findings.filter((finding) => analysis && fixesOf(analysis, finding).length > 0);
    expect(fixable.length).toBeGreaterThan(0);
    expect(fixable.filter((finding) => provenFixes(document, finding).length === 0).map(messageOf)).toEqual([]);
  });

  it('says when the findings in conditions.yaml hold, and nothing about the branch that no stack takes', () => {
    const document = open('conditions.yaml');
    const findings = document.analysis?.findings ?? [];
    expect(new Set(findings.map(({ when }) => when))).toEqual(
      new Set(['IsProd is false', 'OfficeCidr is left at its default']),
    );
    expect(findings.map(({ resource }) => resource?.logicalId)).not.toContain('Invoices');
  });
});

function open(name: string): Document {
  const text = readFileSync(join(folder, name), 'utf8');
  const document = service.open({ name, text }, recommended);
  expect(document.tree.errors()).toEqual([]);
  expect(document.template).toBeDefined();
  return document;
}

function messagesOf(document: Document): string[] {
  return (document.analysis?.findings ?? []).map(messageOf);
}
