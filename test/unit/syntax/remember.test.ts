import { expect, it } from 'vitest';
import { type Remembering, remember } from '#syntax';

it('finds its answer once for each object, also when there is none', () => {
  let asked = 0;
  const find = remember((one: Remembering & { readonly size: number }) => {
    asked++;
    return one.size > 1 ? one.size : undefined;
  });
  const small = { size: 1 };
  const large = { size: 2 };
  expect([find(small), find(large), find(small), find(large)]).toEqual([undefined, 2, undefined, 2]);
  expect(asked).toBe(2);
});

it('does not believe of a copy what was found out about the original', () => {
  const sizeOf = remember(({ size }: Remembering & { readonly size: number }) => size);
  const nameOf = remember(({ size }: Remembering & { readonly size: number }) => `size ${size}`);
  const original = { size: 1 };
  expect([sizeOf(original), nameOf(original)]).toEqual([1, 'size 1']);
  const copy = { ...original, size: 2 };
  expect([nameOf(copy), sizeOf(copy)]).toEqual(['size 2', 2]);
  expect([nameOf(original), sizeOf(original)]).toEqual(['size 1', 1]);
});

it('may be asked about the same object while it looks', () => {
  const half: (one: Remembering & { readonly size: number }) => number = remember(({ size }) => size / 2);
  const whole = remember((one: Remembering & { readonly size: number }) => half(one) * 2);
  const one = { size: 6 };
  expect([whole(one), half(one), whole(one)]).toEqual([6, 3, 6]);
});
