import { expect, test } from 'vitest';
import { readText } from '../src/resources/index.ts';
import { validate } from '../src/validate/index.ts';
import { documents, spoil, templates } from './documents.ts';
import type { Facts } from './template.ts';

const facts: Facts = { name: 'cart', namespace: 'shop', other: 'stock', elsewhere: 'bank', number: 42 };

const findingsOf = async (text: string) =>
  (await validate(readText(text, 'bench.yaml'))).findings.map(({ rule, path, message }) => ({
    rule,
    path,
    message,
  }));

test.each(templates.map((template) => [template.kind, template] as const))(
  'a %s without a mistake has no findings',
  async (_, { text }) => {
    expect(await findingsOf(text(facts))).toEqual([]);
  },
);

test.each(
  templates.flatMap(({ kind, text, mistakes }) =>
    mistakes.map((mistake) => [kind, mistake.to, spoil(text(facts), mistake)] as const),
  ),
)('a %s with %j has a finding', async (_, __, text) => {
  expect(await findingsOf(text)).not.toEqual([]);
});

test('the same seed gives the same documents, another seed others', () => {
  const texts = (seed: number) => [...documents(200, seed)].map(({ text }) => text).join('---\n');
  expect(texts(7)).toBe(texts(7));
  expect(texts(7)).not.toBe(texts(8));
});

test('the mix: all kinds, 50 namespaces, half a kilobyte each, one in twelve with a mistake', () => {
  const mix = [...documents(12_000)];
  expect(new Set(mix.map(({ kind }) => kind)).size).toBe(templates.length);
  expect(new Set(mix.map(({ text }) => /namespace: (team-\d+)/.exec(text)?.[1])).size).toBe(50);
  expect(mix.reduce((sum, { text }) => sum + text.length, 0) / mix.length).toBeCloseTo(562, -2);
  expect(mix.filter(({ faulty }) => faulty)).toHaveLength(1000);
});
