import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fixText } from './testing/fix-texts.ts';

const read = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../testdata/${file}`, import.meta.url)), 'utf8');

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const sources = [
  'clean/mesh.yaml',
  'clean/ingress/gateway.yaml',
  'clean/workloads/kettle.yaml',
  'clean/telemetry.json',
].map(read);
const files = await Promise.all(
  [...sources, ...sources.map(crlf), read('bookshop/ingress/partners.yaml')].map(fixText),
);

const key = /(?<=[{\s"])[a-z][A-Za-z_]{2,}(?="?:)/g;
type Slip = 'drop' | 'double' | 'swap' | 'snake';

function slip(word: string, kind: Slip, place: number): string {
  const at = 1 + (place % (word.length - 2));
  const [start, one, two, end] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  if (kind === 'drop') return `${start}${two}${end}`;
  if (kind === 'double') return `${start}${one}${one}${two}${end}`;
  if (kind === 'swap') return `${start}${two}${one}${end}`;
  return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const typo = fc.tuple(
  fc.constantFrom(...files),
  fc.array(fc.tuple(fc.nat(), fc.constantFrom<Slip>('drop', 'double', 'swap', 'snake'), fc.nat()), {
    minLength: 1,
    maxLength: 3,
  }),
);

test('the name of a field that a slip made wrong becomes right again, or nothing is done', async () => {
  const seen = { mended: 0, left: 0 };
  await fc.assert(
    fc.asyncProperty(typo, async ([text, slips]) => {
      const keys = [...text.matchAll(key)];
      const chosen = new Map(
        slips.map(([number, kind, place]) => [number % keys.length, { kind, place }] as const),
      );
      const write = (isBroken: (index: number) => boolean): string => {
        let index = -1;
        return text.replace(key, (word) => {
          index += 1;
          const change = chosen.get(index);
          return change === undefined || word.length < 5 || !isBroken(index)
            ? word
            : slip(word, change.kind, change.place);
        });
      };
      const broken = write(() => true);
      const after = await fixText(broken);
      // Each slip is mended for itself: those that are not stay as they are.
      const stays = new Set(
        [...chosen.keys()].filter(
          (index) => [...after.matchAll(key)][index]?.[0] === [...broken.matchAll(key)][index]?.[0],
        ),
      );
      expect(after).toBe(write((index) => stays.has(index)));
      seen[stays.size === 0 ? 'mended' : 'left'] += 1;
      expect(await fixText(after)).toBe(after);
    }),
    { numRuns: 300 },
  );
  expect(seen.mended).toBeGreaterThan(20);
});
