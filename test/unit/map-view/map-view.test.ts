import { describe, expect, test } from 'vitest';
import { type LiveMap, liveMap, type MapNetwork } from '#features';
import { matches, renderDetail, renderMap, renderNetwork } from '#map-view';
import { responsibilityOf } from '#responsibility';
import { createService } from '#service';
import { layOut, NODE_HEIGHT, NODE_WIDTH } from '../../../map-view/network-layout.ts';
import { publicBucket } from '../features/analysed.ts';
import { schema } from '../responsibility/schema.ts';

const evil = { ...publicBucket, controls: { 'pci-dss-4': ['1.4.4'] }, remedy: 'Close <b>it</b>.' };
const service = createService({ rules: [evil], schema, responsibilities: { of: responsibilityOf } });

function mapOf(text: string): LiveMap['data'] {
  const made = liveMap(service.open({ name: 'a.yaml', text, language: 'yaml' }, service.options({})));
  if (!made) throw new Error('no map');
  return made.data;
}

const data = mapOf(`Resources:
  Data: { Type: AWS::S3::Bucket, Properties: { AccessControl: PublicRead } }
  Quiet: { Type: AWS::S3::Bucket }
  "<img src=x>": { Type: AWS::S3::Bucket }
`);
const row = (id: string) => data.rows.find((each) => each.id === id) ?? { id, type: '', states: [], details: {} };
const exposure = data.aspects.findIndex(({ id }) => id === 'network-exposure');

describe('the map as HTML', () => {
  const html = renderMap(data, 'a<b>.yaml');

  test('is a table with headers for its rows and columns', () => {
    expect(html.match(/<th scope="col" class="aspect">/g)).toHaveLength(14);
    expect(html.match(/<th scope="row"/g)).toHaveLength(4);
    expect(html).toContain('aria-label="Network exposure: yours, and open, 1 finding"');
  });

  test('says each state by a mark and a word', () => {
    expect(html).toMatch(/<td class="cell open"[^>]*><span class="mark" aria-hidden="true">▲<\/span> open<\/td>/);
    expect(html).toMatch(/<td class="cell done"[^>]*><span class="mark" aria-hidden="true">✓<\/span> done<\/td>/);
  });

  test('takes no text of a template for HTML', () => {
    expect(html).not.toMatch(/<img|a<b>/);
    expect(html).toContain('&lt;img src=x&gt;');
  });

  test('has no inline script, style or handler', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });
});

test('a chosen cell tells its finding, its fixes, whose it is and its controls', () => {
  const fix = { rule: 'public-bucket', message: 'The bucket is public', fix: 'Close', title: 'Close "it"' };
  const html = renderDetail(data, row('Data'), exposure, [fix]);
  for (const part of [
    'The bucket is public',
    'Close &lt;b&gt;it&lt;/b&gt;.',
    '>Close &quot;it&quot;</button>',
    'AWS and you:',
    'PCI DSS 4.0: 1.4.4',
  ])
    expect(html).toContain(part);
});

test('a filter leaves the cells that match in aspect, severity and framework', () => {
  const all = { aspect: undefined, severity: undefined, framework: undefined };
  const fits = (id: string, filter: object) => matches(data, row(id), exposure, { ...all, ...filter });
  expect(fits('Quiet', {})).toBe(true);
  expect(fits('Data', { aspect: 'keys-secrets' })).toBe(false);
  expect([
    fits('Data', { severity: 'high' }),
    fits('Data', { severity: 'critical' }),
    fits('Quiet', { severity: 'low' }),
  ]).toEqual([true, false, false]);
  expect([fits('Quiet', { framework: 'pci-dss-4' }), fits('Quiet', { framework: 'hipaa' })]).toEqual([true, false]);
});

describe('the layout of a network', () => {
  const network = (...edges: readonly string[]): MapNetwork => {
    const pairs = edges.map((edge) => edge.split('>') as [string, string]);
    const ids = [...new Set(['internet', ...pairs.flat()])];
    return {
      nodes: ids.map((id) => ({ id, type: id === 'internet' ? '' : 'AWS::EC2::Instance', reached: 'yes', open: 0 })),
      edges: pairs.map(([from, to]) => ({ from, to, label: 'tcp 1', certain: true, steps: [] })),
    };
  };

  test('puts each node behind all that lead to it', () => {
    const { nodes } = layOut(network('internet>a', 'a>b', 'internet>b', 'b>c'));
    expect(['internet', 'a', 'b', 'c'].map((id) => nodes.get(id)?.layer)).toEqual([0, 1, 2, 3]);
  });

  test('leads an edge that skips a column between its boxes', () => {
    const { nodes, bends } = layOut(network('internet>a', 'internet>b', 'a>c', 'b>c', 'internet>c'));
    const [bend] = bends.get('internet c') ?? [];
    expect(bend?.x).toBe(nodes.get('a')?.x);
    for (const id of ['a', 'b']) {
      const top = nodes.get(id)?.y ?? 0;
      expect(bend && (bend.y < top || bend.y > top + NODE_HEIGHT)).toBe(true);
    }
  });

  test('ends in circles, and draws every edge', () => {
    const round = network('internet>a', 'a>b', 'b>a', 'c>d', 'd>c', 'e>e');
    expect(layOut(round).nodes.size).toBe(6);
    expect(renderNetwork(round).match(/class="edge/g)).toHaveLength(6);
  });

  test('lets no two boxes overlap', () => {
    const wide = network(
      ...Array.from({ length: 40 }, (_, at) => `internet>n${at}`),
      ...Array.from({ length: 39 }, (_, at) => `n${at}>n${at + 1}`),
    );
    const { nodes, width, height } = layOut(wide);
    const boxes = [...nodes.values()];
    for (const [at, a] of boxes.entries()) {
      expect(a.x >= 0 && a.x + NODE_WIDTH <= width && a.y >= 0 && a.y + NODE_HEIGHT <= height).toBe(true);
      for (const b of boxes.slice(at + 1))
        expect(Math.abs(a.x - b.x) >= NODE_WIDTH || Math.abs(a.y - b.y) >= NODE_HEIGHT).toBe(true);
    }
  });
});
