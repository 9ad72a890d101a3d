import { expect, it } from 'vitest';
import { analyzeExample } from './testing/analyze-example.ts';

const sidecars = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `{apiVersion: networking.istio.io/v1, kind: Sidecar, metadata: {name: s${i + 10}, namespace: shop}, spec: {egress: [{hosts: ["./*"]}]}}`,
  ).join('\n---\n');

it.each<[string, string[], number, string[]]>([
  ['tells all of a few', [], 3, ['s10', 's11', 's12']],
  [
    'counts those after the first ten',
    [],
    12,
    ['s10', 's11', 's12', 's13', 's14', 's15', 's16', 's17', 's18', 's19', '2 more'],
  ],
  ['tells all for istioctl', ['compat'], 12, Array.from({ length: 12 }, (_, i) => `s${i + 10}`)],
])('%s', async (_, words, count, names) => {
  const { findings } = await analyzeExample({ text: sidecars(count), words });
  const [first] = findings.filter(({ rule }) => rule === 'sidecar/several-without-selector');
  expect(first?.args).toMatchObject({ conflictingSidecars: names });
});
