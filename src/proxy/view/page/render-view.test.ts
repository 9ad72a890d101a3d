import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute, ParsedPage, textOf } from '../../../output/html/testing/parse-page.ts';
import { sampleDump } from '../testing/sample-dump.ts';
import type { ViewDocument } from '../view.ts';
import { viewModel } from '../view-model.ts';
import { packDocuments } from './pack-documents.ts';
import { renderView } from './render-view.ts';

const pageOf = (word = ''): ParsedPage =>
  new ParsedPage(renderView(viewModel(sampleDump({ word })), { title: `t${word}` }));
const dataIn = (page: ParsedPage): string =>
  page
    .named('script')
    .filter((each) => attribute(each, 'id') === 'data')
    .map(textOf)
    .join();

test('allows its own style and script and no others, and loads nothing', () => {
  const page = pageOf();
  const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
  const [script = ''] = page
    .named('script')
    .filter((each) => attribute(each, 'type') === undefined)
    .map(textOf);
  const policy = page
    .named('meta')
    .find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
  expect(attribute(policy, 'content')?.split('; ')).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash(textOf(page.only('style')))}'`,
    `script-src 'sha256-${hash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  const names = page.elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
  expect(names.filter((name) => /^(src|on\w+|style)$/.test(name))).toEqual([]);
});

test('is the same page for the same dump', () => {
  expect(renderView(viewModel(sampleDump()))).toBe(renderView(viewModel(sampleDump())));
});

test('is called by its title, by the proxy, or by the dump', () => {
  const model = viewModel(sampleDump());
  const heading = (html: string): string => textOf(new ParsedPage(html).only('h1'));
  expect(heading(renderView(model))).toBe('sample.json');
  expect(heading(renderView({ ...model, proxy: 'web-0.shop' }))).toBe('web-0.shop');
  expect(heading(renderView(model, { title: 'before' }))).toBe('before');
});

describe('hostile names', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom(
        '</script>',
        '<!--',
        '<script>',
        '-->',
        ']]>',
        '"',
        "'",
        '&lt;',
        '\0',
        '\ufffe',
        '\ud800',
        '<',
        '\u2028',
        '\x85',
      ),
    ),
  });

  test('add no element and no attribute, and break no tag', () => {
    const tame = pageOf('x').outline();
    fc.assert(
      fc.property(hostile, (word) => {
        const page = pageOf(word);
        expect(page.errors).toEqual([]);
        expect(page.outline()).toEqual(tame);
      }),
    );
  });

  test('are in the data as they are', () => {
    const word = '</script><!--"\u2028';
    expect(dataIn(pageOf(word))).not.toContain('<');
    const { pieces } = JSON.parse(dataIn(pageOf(word))) as { pieces: { text: string }[] };
    expect(JSON.parse(pieces[0]?.text ?? '')).toContainEqual(expect.objectContaining({ name: `web${word}` }));
  });
});

describe('documents', () => {
  const documents = Array.from({ length: 9 }, (_, i): ViewDocument => {
    return { title: 'listener', json: () => ({ name: `l${i}`, text: 'x'.repeat(150_000) }) };
  });
  const namesIn = (text: string): string[] =>
    (JSON.parse(text) as { name: string }[]).map(({ name }) => name);

  test('stay as they are up to a limit, and are compressed beyond it', () => {
    const { pieces } = packDocuments(documents, { plain: 500_000, all: 10_000_000 });
    expect(pieces.map(({ first, end, zipped }) => [first, end, zipped])).toEqual([
      [0, 3, false],
      [3, 6, true],
      [6, 9, true],
    ]);
    const texts = pieces.map(({ text, zipped }) =>
      zipped ? gunzipSync(Buffer.from(text ?? '', 'base64')).toString() : (text ?? ''),
    );
    expect(texts.flatMap(namesIn)).toEqual(documents.map((_, i) => `l${i}`));
  });

  test('are left out beyond another limit', () => {
    const { pieces, titles } = packDocuments(documents, { plain: 10_000_000, all: 400_000 });
    expect(pieces.map(({ first, end, text }) => [first, end, text === null])).toEqual([
      [0, 3, false],
      [3, 9, true],
    ]);
    expect(titles).toHaveLength(9);
  });
});
