import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import type { Path } from '../path.ts';
import { decode } from './decode.ts';
import type { Position, Range } from './range.ts';
import { readText } from './read-text.ts';
import type { SourceDocument } from './resource.ts';
import { anyYaml } from './testing/any-yaml.ts';

const indicators = fc.string({
  unit: fc.constantFrom(...Array.from('\n\n  -:#"\'[]{},|>&*!?%@`~\\\t\r.0aé😀\u0085')),
  maxLength: 60,
});

describe('whatever the text', () => {
  it.each<[string, fc.Arbitrary<string>, number]>([
    ['any characters', fc.string({ unit: 'binary', maxLength: 200 }), 1_000],
    ['characters that mean something in YAML', indicators, 2_000],
    ['YAML and damaged YAML', anyYaml(), 1_000],
    ['JSON', fc.json(), 500],
    ['damaged JSON', fc.tuple(fc.json(), fc.nat(), indicators).map(damage), 500],
    ['any bytes', fc.uint8Array({ maxLength: 200 }).map((bytes) => decode(Buffer.from(bytes)).text), 1_000],
  ])('%s give values or problems, and all places lie in the text', (_name, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const document of readText(text, 'x.yaml').documents) {
          expect(document.value === undefined).toBe(document.problems.length > 0);
          for (const { range } of document.problems) checkInside(text, range);
          if (document.value !== undefined) checkPlaces(text, document, document.value, []);
        }
      }),
      { numRuns },
    );
  });
});

describe('the text at the place of a scalar', () => {
  it('reads as that scalar', () => {
    const seen = { scalars: 0 };
    fc.assert(
      fc.property(anyYaml(), (text) => {
        // Tags stand before the place of a value, and change what it is.
        if (text.includes('!')) return;
        for (const document of readText(text, 'x.yaml').documents) {
          if (document.value !== undefined) checkScalars(text, document, document.value, [], seen);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(seen.scalars).toBeGreaterThan(500);
  });
});

function damage([json, place, insert]: [string, number, string]): string {
  const at = place % (json.length + 1);
  return json.slice(0, at) + insert + json.slice(at);
}

function checkPlaces(text: string, document: SourceDocument, value: Json, path: Path): void {
  const { value: range, key, exact } = document.locate(path);
  expect(exact).toBe(true);
  checkInside(text, range);
  if (key) checkInside(text, key);
  for (const [step, member] of membersOf(value)) checkPlaces(text, document, member, [...path, step]);
}

function membersOf(value: Json): (readonly [string | number, Json])[] {
  if (Array.isArray(value)) return value.map((item, i) => [i, item] as const);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function checkInside(text: string, range: Range): void {
  const start = offsetOf(text, range.start);
  const end = offsetOf(text, range.end);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(start).toBeLessThanOrEqual(end);
  // The reader adds the last line break when it is missing.
  expect(end).toBeLessThanOrEqual(text.length + 1);
}

function offsetOf(text: string, { line, column }: Position): number {
  expect(line).toBeGreaterThan(0);
  expect(column).toBeGreaterThan(0);
  const starts = [
    0,
    ...[...withoutMark(text).matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length),
  ];
  const start = starts[line - 1] ?? (line - 1 === starts.length ? text.length + 1 : NaN);
  return start + column - 1;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function checkScalars(
  text: string,
  document: SourceDocument,
  value: Json,
  path: Path,
  seen: { scalars: number },
): void {
  const { start, end } = document.locate(path).value;
  const source = withoutMark(text).slice(offsetOf(text, start), offsetOf(text, end));
  // An alias is its own place, and an indentation indicator counts from the key before it.
  if (/^(?:\*|[|>]\d)/.test(source)) return;
  for (const [step, member] of membersOf(value)) checkScalars(text, document, member, [...path, step], seen);
  if (typeof value === 'object' && value !== null) return;
  // Blank lines at the end of a block scalar are not part of its place, even if they count as text.
  if (typeof value === 'string' && /\n +\n*$/.test(value)) return;
  seen.scalars++;
  checkScalar(source, value);
}

function checkScalar(source: string, value: Json): void {
  const inBlock = readText(`x:\n ${source.replace(/\n?$/, '\n')}`, 'x').documents[0]?.value;
  const inFlow = readText(`x: [${source}]\n`, 'x').documents[0]?.value;
  expect([inBlock, inFlow]).toContainEqual(inFlow && !inBlock ? { x: [value] } : { x: value });
}
