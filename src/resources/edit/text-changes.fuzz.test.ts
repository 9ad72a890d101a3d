import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import type { Path } from '../../path.ts';
import { readText } from '../read-text.ts';
import { anyYaml } from '../testing/any-yaml.ts';
import { applied, cut } from './testing/applied.ts';
import { expected } from './testing/expected.ts';
import type { EditStep } from './edit-step.ts';

const someValue = fc.constantFrom<Json>(
  'a',
  'no',
  '',
  'a: b',
  '5',
  7,
  true,
  { value: 5 },
  { a: ['x', { b: 1 }] },
);

const anyStep = fc.tuple(
  fc.constantFrom('set', 'quote', 'wrap', 'rename', 'remove', 'add'),
  fc.nat(),
  someValue,
);

/** A step whose path exists. */
function stepAt(value: Json, [op, number, by]: [string, number, Json]): EditStep {
  const places = placesIn(value);
  const path = places[number % places.length] ?? [];
  switch (op) {
    case 'quote':
      return { op, path };
    case 'wrap':
      return { op, path, key: 'wrapped' };
    case 'rename':
      return { op, path, name: 'renamed' };
    case 'remove':
      return { op, path };
    case 'add':
      return Array.isArray(valueAt(value, path))
        ? { op, path, value: by }
        : { op, path, key: 'added', value: by };
    default:
      return { op: 'set', path, value: by };
  }
}

const membersOf = (value: Json): [string | number, Json][] =>
  Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(typeof value === 'object' && value !== null ? value : {});

const placesIn = (value: Json): Path[] => [
  [],
  ...membersOf(value).flatMap(([step, member]) => placesIn(member).map((path) => [step, ...path])),
];

const valueAt = (value: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>(
    (at, step) => membersOf(at ?? null).find(([name]) => name === step)?.[1],
    value,
  );

const json = fc
  .dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 })
  .chain((value) =>
    fc.constantFrom(undefined, 1, 4).map((indent) => `${JSON.stringify(value, undefined, indent)}\n`),
  );

test.each<[string, fc.Arbitrary<string>]>([
  ['YAML', anyYaml()],
  ['YAML with other line ends', anyYaml().map((text) => text.replaceAll('\n', '\r\n'))],
  ['JSON', json],
])('steps on any %s either make the same of the text as of the value, or are refused', (_name, texts) => {
  const done: Record<string, number> = {};
  fc.assert(
    fc.property(texts, anyStep, (given, choice) => {
      // Places do not count a byte order mark.
      const text = given.replace(/^\uFEFF/, '');
      const { documents } = readText(text, 'a.yaml');
      for (const [index, document] of documents.entries()) {
        if (document.value === undefined) continue;
        const step = stepAt(document.value, choice);
        const edits = document.edits([step]);
        if (edits === undefined) continue;
        done[step.op] = (done[step.op] ?? 0) + 1;
        const raw = cut(text, document.locate(step.path).value);
        const after = readText(applied(text, edits), 'a.yaml').documents;
        expect(after.length).toBe(documents.length);
        for (const [other, { value }] of after.entries()) {
          expect(value).toEqual(
            other === index ? expected(document.value, step, raw) : documents[other]?.value,
          );
        }
      }
    }),
    { numRuns: 1_500 },
  );
  expect(Math.min(...Object.values(done))).toBeGreaterThan(0);
  expect(Object.keys(done)).toHaveLength(6);
});
