import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isToldByItself, type HttpMatch } from './match-covers.ts';

type Text = NonNullable<HttpMatch['uri']>;

interface Request {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly port: number;
  readonly labels: Readonly<Record<string, string>>;
}

const fits = (text: Text | undefined, value: string | undefined, caseless = false): boolean => {
  if (text === undefined) return true;
  if (value === undefined) return false;
  const fold = (held: string): string => (caseless ? held.toLowerCase() : held);
  if (text.exact !== undefined) return fold(value) === fold(text.exact);
  if (text.prefix !== undefined) return fold(value).startsWith(fold(text.prefix));
  return text.regex === undefined || new RegExp(`^(?:${text.regex})$`).test(value);
};

const takes = (match: HttpMatch, { path, method, headers, port, labels }: Request): boolean =>
  fits(match.uri, path, match.ignoreUriCase) &&
  fits(match.method, method) &&
  Object.entries(match.headers ?? {}).every(([name, text]) => fits(text, headers[name])) &&
  !Object.entries(match.withoutHeaders ?? {}).some(([name, text]) => fits(text, headers[name])) &&
  (match.port === undefined || match.port === port) &&
  Object.entries(match.sourceLabels ?? {}).every(([name, value]) => labels[name] === value);

const value = fc.constantFrom('a', 'ab', 'abc', 'b', 'A');
const text = fc.oneof(
  fc.record({ exact: value }),
  fc.record({ prefix: value }),
  fc.constantFrom({ regex: 'a.*' }, { regex: '.*' }, {}),
);
const path = value.map((end) => `/${end}`);
const uri = fc.oneof(
  fc.record({ exact: path }),
  fc.record({ prefix: fc.oneof(path, fc.constant('/')) }),
  fc.constant({ regex: '/a.*' }),
);
const texts = fc.dictionary(fc.constantFrom('x', 'y'), text, { maxKeys: 2 });
const labels = fc.dictionary(fc.constantFrom('app', 'tier'), value, { maxKeys: 2 });
const match = fc.record(
  {
    ...{ uri, method: fc.record({ exact: value }), headers: texts, withoutHeaders: texts },
    ...{ port: fc.constantFrom(80, 81), sourceLabels: labels, ignoreUriCase: fc.boolean() },
  },
  { requiredKeys: [] },
);
const request = fc.record({
  ...{ path, method: value, port: fc.constantFrom(80, 81), labels },
  headers: fc.dictionary(fc.constantFrom('x', 'y'), value, { maxKeys: 2 }),
});

describe('covers', () => {
  it('never says so while some request fits only the later match', () => {
    fc.assert(
      fc.property(match, match, fc.array(request, { minLength: 30, maxLength: 30 }), (a, b, requests) => {
        if (covers(a, b)) for (const one of requests) expect(!takes(b, one) || takes(a, one)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, HttpMatch, HttpMatch, boolean]>([
    ['a prefix covers a longer exact path', { uri: { prefix: '/a' } }, { uri: { exact: '/ab' } }, true],
    ['an exact path covers no prefix', { uri: { exact: '/a' } }, { uri: { prefix: '/a' } }, false],
    ['the prefix / covers a match without path', { uri: { prefix: '/' } }, { port: 80 }, true],
    ['the prefix / covers a regular expression', { uri: { prefix: '/' } }, { uri: { regex: '.*' } }, true],
    [
      'a prefix in any case covers one in its own',
      { uri: { prefix: '/A' }, ignoreUriCase: true },
      { uri: { exact: '/ab' } },
      true,
    ],
    [
      'a prefix does not cover what is compared in any case',
      { uri: { prefix: '/a' } },
      { uri: { exact: '/ab' }, ignoreUriCase: true },
      false,
    ],
    [
      'a header that is there covers a value of it',
      { headers: { x: {} } },
      { headers: { x: { exact: 'a' } } },
      true,
    ],
    [
      'a value of a header does not cover its presence',
      { headers: { x: { exact: 'a' } } },
      { headers: { x: {} } },
      false,
    ],
    [
      'shutting out less covers shutting out more',
      { withoutHeaders: { x: { prefix: 'ab' } } },
      { withoutHeaders: { x: { prefix: 'a' } } },
      true,
    ],
    ['a port covers no match of all ports', { port: 80 }, {}, false],
    [
      'labels cover more labels',
      { sourceLabels: { app: 'a' } },
      { sourceLabels: { app: 'a', v: '1' } },
      true,
    ],
    ['an empty text covers nothing but itself', { uri: { prefix: '' } }, { uri: { prefix: '/a' } }, false],
  ])('%s', (_, a, b, expected) => {
    expect(covers(a, b)).toBe(expected);
  });
});

describe('isToldByItself', () => {
  it.each<[string, HttpMatch, HttpMatch, boolean]>([
    ['the same match', { name: 'a', port: 80 }, { name: 'b', port: 80 }, true],
    ['a longer prefix', { uri: { prefix: '/a' } }, { uri: { prefix: '/ab' } }, true],
    [
      'a longer prefix for GET alone',
      { uri: { prefix: '/a' } },
      { uri: { prefix: '/ab' }, method: { exact: 'GET' } },
      true,
    ],
    [
      'a longer prefix for POST alone',
      { uri: { prefix: '/a' } },
      { uri: { prefix: '/ab' }, method: { exact: 'POST' } },
      false,
    ],
    ['an exact path', { uri: { prefix: '/a' } }, { uri: { exact: '/ab' } }, false],
  ])('%s', (_, a, b, expected) => {
    expect(isToldByItself(a, b)).toBe(expected);
  });
});
