import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

interface Seen {
  readonly rule: string;
  readonly message: string;
  readonly at: string;
}

/** Rule, message and first place of all problems of a text. */
function problems(text: string): Seen[] {
  return readText(text, 'x.yaml')
    .documents.flatMap((document) => document.problems)
    .map(({ rule, message, range: { start } }) => ({ rule, message, at: `${start.line}:${start.column}` }));
}

describe('a document that cannot be read is a problem with a place', () => {
  it.each<[string, string, string, string]>([
    ['an unclosed bracket', 'a: [1,\n', 'yaml/syntax', '2:1'],
    ['a tab in the indentation', 'a:\n\tb: 1\n', 'yaml/syntax', '2:1'],
    ['a key in the wrong column', 'a:\n    b: 1\n  c: 2\n', 'yaml/syntax', '3:3'],
    ['a colon in plain text', 'a: b: c\n', 'yaml/syntax', '1:5'],
    ['an unclosed quote', 'a: "b\n', 'yaml/syntax', '2:1'],
    ['an unknown escape', 'a: "\\d"\n', 'yaml/syntax', '1:6'],
    ['a missing comma', 'a: [b c, {d: e} f]\n', 'yaml/syntax', '1:17'],
    ['a reserved character', 'a: @b\n', 'yaml/syntax', '1:4'],
    ['a directive', '%YAML 1.2\n---\na: 1\n', 'yaml/syntax', '2:1'],
    ['text right after dashes', 'a: 1\n---foo\n', 'yaml/separator', '2:1'],
    ['four dashes', 'a: 1\n----\n', 'yaml/separator', '2:1'],
    ['a value after dashes', '--- {a: 1}\n', 'yaml/separator', '1:1'],
    ['text after dots', 'a: 1\n... b\n', 'yaml/syntax', '2:5'],
    ['only text', '# c\nhello\n', 'yaml/not-an-object', '2:1'],
    ['a list', '- a\n- b\n', 'yaml/not-an-object', '1:1'],
    ['a number', '---\n5\n', 'yaml/not-an-object', '2:1'],
    ['an object as key', '{a: {[b]: c}}\n', 'yaml/key', '1:6'],
    ['a null key', 'a:\n  ~: b\n', 'yaml/key', '2:3'],
    ['an empty key', 'a: {: b}\n', 'yaml/key', '1:5'],
    ['an infinite number', 'a: .inf\n', 'yaml/number', '1:4'],
    ['not a number', 'a: [.nan]\n', 'yaml/number', '1:5'],
    ['an unknown alias', 'a: *b\n', 'yaml/alias', '1:4'],
    ['an alias to another document', 'a: &b 1\n---\na: *b\n', 'yaml/alias', '3:4'],
    ['an anchor that contains itself', 'a: &b {c: *b}\n', 'yaml/alias', '1:11'],
    ['an anchor that contains itself further down', 'a: &b\n- c: [*b]\n', 'yaml/alias', '2:7'],
    ['a merge of text', 'a:\n  <<: b\n', 'yaml/merge', '2:7'],
    ['a merge of nothing', 'a:\n  <<:\n', 'yaml/merge', '2:5'],
    ['a tag that does not fit', 'a: !!int b\n', 'yaml/tag', '1:10'],
    ['binary that is not base64', 'a: !!binary "?"\n', 'yaml/tag', '1:13'],
    ['a zero byte', 'a: b\0\n', 'yaml/encoding', '1:5'],
  ])('%s', (_name, text, rule, at) => {
    expect(problems(text)).toMatchObject([{ rule, at }]);
  });

  it('says what is wrong and what to do in plain words', () => {
    const [problem] = readText('a:\n\tb: 1\n', 'x').documents.flatMap((document) => document.problems);
    expect(problem).toMatchObject({ message: 'a tab is used for indentation', hint: 'Indent with spaces.' });
  });

  it('has no value', () => {
    expect(readText('a: [', 'x').documents.map((document) => document.value)).toEqual([undefined]);
  });

  it('does not hide the documents after it', () => {
    const { documents } = readText('a: [\n---\nb: 2\n---\n- c\n---foo\n---\nd: 4\n', 'x');
    expect(documents.map((document) => document.value)).toEqual([
      undefined,
      { b: 2 },
      undefined,
      undefined,
      { d: 4 },
    ]);
    expect(documents.map((document) => document.index)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('duplicate keys', () => {
  it.each<[string, string, string, string]>([
    ['at the root', 'a: 1\nb: 2\na: 3\n', '3:1', 'the key "a" is already given at line 1, column 1'],
    [
      'deep in lists',
      'x:\n- y:\n  - {b: 1,\n     b: 2}\n',
      '4:6',
      'the key "b" is already given at line 3, column 6',
    ],
    [
      'in a later document',
      'a: 1\n---\nb: 1\nb: 2\n',
      '4:1',
      'the key "b" is already given at line 3, column 1',
    ],
    [
      'in different notations',
      'on: 1\n"true": 2\n',
      '2:1',
      'the key "true" is already given at line 1, column 1',
    ],
    [
      'that look like numbers',
      '0x10: 1\n16: 2\n',
      '2:1',
      'the key "16" is already given at line 1, column 1',
    ],
    [
      'by a merge',
      'a: &a {k: 1}\nb:\n  k: 2\n  <<: *a\n',
      '4:3',
      'the key "k" is already given at line 3, column 3',
    ],
    [
      'after a merge',
      'a: &a {k: 1}\nb:\n  <<: *a\n  k: 2\n',
      '4:3',
      'the key "k" is already given at line 3, column 3',
    ],
    ['in JSON', '{"a": 1,\n "a": 2}', '2:2', 'the key "a" is already given at line 1, column 2'],
    [
      'of names that every object has',
      'toString: 1\ntoString: 2\n',
      '2:1',
      'the key "toString" is already given at line 1, column 1',
    ],
    [
      'called __proto__',
      '__proto__: 1\n__proto__: 2\n',
      '2:1',
      'the key "__proto__" is already given at line 1, column 1',
    ],
  ])('%s', (_name, text, at, message) => {
    expect(problems(text)).toEqual([{ rule: 'yaml/duplicate-key', at, message }]);
  });
});

describe('hostile documents', () => {
  it('refuses aliases that unfold without end', () => {
    let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 9; i++)
      text += `a${i}: &a${i} [${Array<string>(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    expect(problems(text)).toMatchObject([{ rule: 'yaml/alias-expansion' }]);
  });

  it('accepts many aliases to something small', () => {
    const text = `a: &a {b: c}\nl:\n${'- *a\n'.repeat(5_000)}`;
    expect(problems(text)).toEqual([]);
  });

  it.each<[string, string]>([
    ['flow lists', `a: ${'['.repeat(100_000)}`],
    ['closed flow lists', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['flow objects', '{a: '.repeat(100_000)],
    ['block lists', `a:\n${'- '.repeat(100_000)}`],
    ['block objects', Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['JSON', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['brackets in a document of JSON objects', '{"a":'.repeat(100_000)],
    ['explicit keys', '? '.repeat(20_000)],
    ['anchors and tags', `a: ${'!a &a ['.repeat(20_000)}`],
  ])('refuses 100,000 levels of %s', (_name, text) => {
    expect(problems(text)).toMatchObject([{ rule: 'yaml/nesting' }]);
  });

  it('counts the levels behind an alias', () => {
    const deep = (inner: string): string => `${'['.repeat(600)}${inner}${']'.repeat(600)}`;
    expect(problems(`a: &a ${deep('')}\nb: ${deep('*a')}\n`)).toMatchObject([
      { rule: 'yaml/nesting', at: '2:604' },
    ]);
  });

  it('reads several hundred levels', () => {
    expect(problems(`a: ${'['.repeat(500)}${']'.repeat(500)}`)).toEqual([]);
    expect(problems(`{"a":${'['.repeat(500)}${']'.repeat(500)}}`)).toEqual([]);
  });

  it('refuses a document above 64 MB and says how large it is', () => {
    const text = `b: 1\n---\na: "${'x'.repeat(64 * 1024 * 1024)}"\n---\nc: 1\n`;
    const { documents } = readText(text, 'x');
    expect(documents.map((document) => document.value)).toEqual([{ b: 1 }, undefined, { c: 1 }]);
    expect(documents[1]?.problems).toMatchObject([
      { rule: 'yaml/too-large', message: 'this document has 64.0 MB; the limit is 64 MB, of JSON 500 MB' },
    ]);
  });

  it.each(['__proto__: {a: 1}\n', '{"__proto__": {"a": 1}}', 'x: &x {__proto__: {a: 1}}\ny: {<<: *x}\n'])(
    'keeps __proto__ a plain key: %j',
    (text) => {
      const [document] = readText(text, 'x').documents;
      expect(JSON.stringify(document?.value)).toContain('"__proto__":{"a":1}');
      expect(Object.getPrototypeOf(document?.value)).toBe(Object.prototype);
      expect(({} as Record<string, unknown>).a).toBeUndefined();
    },
  );

  it('reads names that every object has as plain keys', () => {
    const [document] = readText('constructor: 1\ntoString: 2\nhasOwnProperty: {valueOf: 3}\n', 'x').documents;
    expect(document?.value).toEqual({ constructor: 1, toString: 2, hasOwnProperty: { valueOf: 3 } });
  });
});
