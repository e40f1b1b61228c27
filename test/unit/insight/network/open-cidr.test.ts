import { expect, it } from 'vitest';
import { coversInternet } from '#insight';

it.each([
  '0.0.0.0/0',
  '192.168.1.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '64.0.0.0/2',
  '::/0',
  '0:0:0:0:0:0:0:0/0',
  '2000::/3',
])('%s stands for the internet', (block) => expect(coversInternet(block)).toBe(true));

it.each([
  '10.0.0.0/8',
  '52.0.0.0/8',
  '203.0.113.7',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'anywhere',
  '',
  '0.0.0.0/33',
])('%s does not', (block) => expect(coversInternet(block)).toBe(false));
