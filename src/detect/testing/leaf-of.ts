import fc from 'fast-check';
import { plainText, type Json } from '../../json.ts';
import type { Detection, Predicate } from '../detection.ts';

/** Stands for a value that is not there. */
export const nothing = Symbol('nothing');

type Leaf = Json | typeof nothing;

/** A value that a predicate holds for, or just does not. */
export function leafOf({ predicate, value }: Detection, fits: boolean): Leaf {
  const leaf = leaves[predicate];
  if (leaf === undefined) throw new Error(`no example for ${predicate}`);
  return leaf(fits, value ?? null);
}

const presence = (fits: boolean): Leaf => (fits ? 'some' : nothing);

const leaves: Readonly<Partial<Record<Predicate, (fits: boolean, value: Json) => Leaf>>> = {
  exists: presence,
  absent: (fits) => presence(!fits),
  equals: (fits, value) => (fits ? value : otherThan(value)),
  notEquals: (fits, value) => (fits ? otherThan(value) : value),
  in: (fits, value) =>
    fits && Array.isArray(value) ? (value.find((one) => one !== null) ?? nothing) : 'OTHER',
  matches: (fits, value) => (fits ? textLike(plainText(value)) : 'plain'),
  mentions: (fits, value) => (fits ? textLike(plainText(value)) : 'plain'),
  lenGt: (fits, value) => 'x'.repeat(Number(value) + Number(fits)),
  atLeast: (fits, value) => (fits ? value : '1.0'),
  above: (fits, value) => (fits ? 'v9.0.0' : plainText(value).replace('x', '7')),
  below: (fits, value) => (fits ? '1.0' : value),
  containsWithOthers: (fits, value) => (fits ? [value, 'other'] : [value]),
  missingAny: (fits, value) =>
    fits || !Array.isArray(value)
      ? {}
      : Object.fromEntries([value[0] ?? []].flat().map((key) => [plainText(key), 'x'])),
  touches: (fits, value) => ({ rules: [{ resources: [fits ? value : 'others'] }] }),
  invalid: (fits) => (fits ? 'templates: [' : 'templates: {sidecar: text}'),
  duplicate: () => 'a.example.com',
};

const otherThan = (value: Json): Json => (typeof value === 'boolean' ? !value : 'other');

/** A text that an expression meets; the generator knows nothing that only looks. */
function textLike(expression: string): string {
  const known = expression.replace(/\(\?<?!.*?\)|\\b/g, '');
  return fc.sample(fc.stringMatching(new RegExp(known)), { numRuns: 1, seed: 1 })[0] ?? '';
}
