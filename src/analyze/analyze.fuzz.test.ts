import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import { readResources, readText } from '../resources/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { analyze } from './analyze.ts';
import { allRules } from './rules/index.ts';
import { readRulePage } from './testing/rule-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = allRules.filter(({ slug }) => existsSync(`${root}/docs/rules/${slug}.md`));
const examples = pages.flatMap(({ slug }) => readRulePage(slug).reported.map(({ text }) => objectsOf(text)));
const { resources } = await readResources([`${root}/testdata/bookshop`, `${root}/testdata/clean`]);
/** Meshes that set off every rule, and whole ones. */
const seeds = [...examples, resources.map(({ value }) => value)].filter((objects) => objects.length > 0);

const modes: readonly AnalyzeOptions[] = [
  { assume: 'partial', channel: 'experimental' },
  { assume: 'complete', unit: 'file' },
  { assume: 'complete', compat: 'istioctl' },
];

/** Values that are next to right: empty, of another type, out of range, or with the name of something inherited. */
const odd = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    0,
    -1,
    65536,
    1.5,
    true,
    '*',
    '.',
    '/',
    'a/b/c',
    '*.*',
    '|',
    [],
    {},
    [null],
    [[]],
    [{}],
  ),
  fc
    .constantFrom(
      '{"__proto__": {}}',
      '{"constructor": 1}',
      '{"toString": "a"}',
      '"constructor"',
      '"__proto__"',
    )
    .map((text) => JSON.parse(text) as Json),
);

test('any mesh is judged without a crash, and findings lie in the text', async () => {
  const damage = fc.tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...modes),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([objects, changes, options]) => {
      const changed = changes.reduce<Json>(
        (value, [number, by]) => replaced(value, placeOf(value, number), by),
        structuredClone(objects),
      );
      const documents = Array.isArray(changed) ? changed : [changed];
      const text = documents.map((value) => JSON.stringify(value, undefined, 1)).join('\n---\n');
      const lines = text.split('\n').length;
      const { findings } = await analyze(readText(text, 'mesh.yaml'), options);
      for (const { range, message } of findings) {
        expect(message).not.toContain('undefined');
        expect(range.start.line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
  );
}, 60_000);

function objectsOf(text: string): JsonObject[] {
  return readText(text, 'example.yaml').resources.map(({ value }) => value);
}

/** The path that a number stands for: deeper for greater numbers. */
function placeOf(value: Json, number: number): Path {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (children.length === 0) return [];
  const [name = '', child = null] = children[number % children.length] ?? [];
  const step = Array.isArray(value) ? Number(name) : name;
  const rest = Math.floor(number / children.length);
  return rest % 7 === 0 ? [step] : [step, ...placeOf(child, rest)];
}

function replaced(value: Json, [step, ...rest]: Path, by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  if (typeof value !== 'object' || value === null) return by;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, name === step ? replaced(held, rest, by) : held]),
  );
}
