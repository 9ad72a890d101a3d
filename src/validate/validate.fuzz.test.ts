import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import { readResources, readText } from '../resources/index.ts';
import { validate } from './validate.ts';

const testdata = fileURLToPath(new URL('../../testdata', import.meta.url));
const { resources } = await readResources([`${testdata}/bookshop`, `${testdata}/clean`]);

const extensions: JsonObject[] = [
  {
    apiVersion: 'extensions.istio.io/v1alpha1',
    kind: 'WasmPlugin',
    metadata: { name: 'audit' },
    spec: {
      selector: { matchLabels: { app: 'ledger' } },
      url: 'oci://registry.example.com/audit:1.0',
      vmConfig: {
        env: [
          { name: 'LEVEL', value: 'all' },
          { name: 'POD', valueFrom: 'HOST' },
        ],
      },
      match: [{ mode: 'SERVER', ports: [{ number: 8080 }] }],
    },
  },
  {
    apiVersion: 'extensions.istio.io/v1alpha1',
    kind: 'TrafficExtension',
    metadata: { name: 'stamp' },
    spec: {
      targetRefs: [{ kind: 'Service', name: 'ledger' }],
      lua: { inlineCode: 'function envoy_on_request(h) end' },
    },
  },
];

const seeds = [...resources.map(({ value }) => value), ...extensions];

/** Values that are next to right: empty, of another type, out of range, or with the name of something inherited. */
const odd = fc.oneof(
  fc.constantFrom<Json>(null, '', 0, -1, 65536, 1.5, true, '*', '0s', 'NaN', [], {}, [null], [[]], {
    '': null,
  }),
  fc
    .constantFrom('{"__proto__": {}}', '{"constructor": 1}', '{"toString": "a"}', '"constructor"')
    .map((text) => JSON.parse(text) as Json),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
);

test('any object is judged without a crash, the same way each time, and findings lie in the text', async () => {
  const damage = fc.tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([seed, changes]) => {
      const changed = changes.reduce<Json>(
        (value, [number, by]) => replaced(value, placeOf(value, number), by),
        seed,
      );
      const text = JSON.stringify(changed, undefined, 1);
      const options = { channel: 'experimental', strict: true } as const;
      const { findings } = await validate(readText(text, 'a.json'), options);
      const again = await validate(readText(text, 'a.json'), options);
      expect(again.findings).toEqual(findings);
      const lines = text.split('\n').length;
      for (const { message, range } of findings) {
        expect(message).not.toMatch(/undefined|NaN is|\[object|function/);
        expect(range.start.line).toBeGreaterThan(0);
        expect(range.end.line).toBeLessThanOrEqual(lines + 1);
      }
    }),
    { numRuns: 1_500 },
  );
});

const membersOf = (value: Json): [string | number, Json][] =>
  Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(typeof value === 'object' && value !== null ? value : {});

const placesIn = (value: Json): Path[] => [
  [],
  ...membersOf(value).flatMap(([step, member]) => placesIn(member).map((path) => [step, ...path])),
];

/** A place inside the object, any of them; its type stays as it is, so that it is looked at. */
function placeOf(value: Json, number: number): Path {
  const places = placesIn(value).filter(([first]) => first === 'metadata' || first === 'spec');
  return places[number % Math.max(places.length, 1)] ?? ['spec'];
}

function replaced(value: Json, [step, ...rest]: Path, by: Json): Json {
  if (step === undefined) return by;
  const changed = membersOf(value).map(
    ([name, member]) => [name, name === step ? replaced(member, rest, by) : member] as const,
  );
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}
