import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding, range, reportOf, sampleReport } from '../../../../testdata/output/sample-report.ts';
import { attribute, ParsedPage, textOf } from '../../html/testing/parse-page.ts';
import type { FindingReport } from '../../report.ts';
import { formatHtml } from './html.ts';

const pageFor = (report: FindingReport): ParsedPage => new ParsedPage(formatHtml(report));

describe('the page', () => {
  test.each([
    ['every kind of finding', sampleReport],
    ['one finding', reportOf([finding()])],
    ['no findings', reportOf([])],
  ])('is well-formed with %s', (_, report) => {
    expect(pageFor(report).errors).toEqual([]);
  });

  test('loads nothing: the only addresses are links to pages and to itself', () => {
    const page = pageFor(sampleReport);
    const addresses = page.elements.flatMap(({ attrs, tagName }) =>
      attrs
        .filter(({ name }) => /^(src|href|srcset|data|action|poster|style|on\w+)$/.test(name))
        .map(
          ({ name, value }) =>
            `${tagName} ${name} ${/^(#|https:\/\/meshctl\.dev)/.exec(value)?.[0] ?? value}`,
        ),
    );
    expect([...new Set(addresses)].sort()).toEqual(['a href #', 'a href https://meshctl.dev']);
    expect(textOf(page.only('style'))).not.toMatch(/url\(|@import/);
  });

  test('allows its own style and script and no others', () => {
    const page = pageFor(sampleReport);
    const hash = (name: string): string =>
      createHash('sha256')
        .update(textOf(page.only(name)))
        .digest('base64');
    const policy = page
      .named('meta')
      .find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(attribute(policy, 'content')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash('style')}'`,
      `script-src 'sha256-${hash('script')}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('keeps its script and style free of data', () => {
    const [first, second] = [pageFor(sampleReport), pageFor(reportOf([finding(), finding()]))];
    expect(textOf(first.only('script'))).toBe(textOf(second.only('script')));
    expect(textOf(first.only('style'))).toBe(textOf(second.only('style')));
  });

  test('has headings without a gap, and ids that are there once', () => {
    const page = pageFor(sampleReport);
    const headings = page.elements.filter(({ tagName }) => /^h\d$/.test(tagName));
    expect(new Set(headings.map(({ tagName }) => tagName))).toEqual(new Set(['h1', 'h2', 'h3']));
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says how many findings it does not list', () => {
    const [one, two] = [finding(), finding()];
    expect(textOf(pageFor({ ...reportOf([one, two]), findings: [one] }).only('header'))).toContain(
      ', 1 not listed here',
    );
  });
});

describe('a finding', () => {
  const source = { 'mesh/reviews.yaml': `${'\n'.repeat(8)}      redirectCode: 200\n` };
  const marks = (where: string, text: string): string[] => {
    const report = reportOf([finding({ file: 'a.yaml', range: range(where) })], { 'a.yaml': text });
    return pageFor(report).named('mark').map(textOf);
  };

  test('marks the exact range in its lines', () => {
    const page = pageFor(reportOf([finding()], source));
    expect(textOf(page.only('pre'))).toBe('8 \n9       redirectCode: 200\n');
    expect(page.named('mark').map(textOf)).toEqual(['200']);
  });

  test.each([
    ['several lines', '1:4-3:2', 'a: 1\n  b: 2\nc: 3', ['1', 'b: 2', 'c']],
    ['a point', '1:4-1:4', 'a: 1', ['1']],
    ['the end of a line', '1:3-1:3', 'a:', [' ']],
    ['wide characters', '1:4-1:6', 'a: 商店x', ['商店']],
    ['tabs before it', '1:2-1:3', '\tb', ['b']],
    ['markup', '1:2-1:5', 'a<b>c', ['<b>']],
    ['a command of a CI system', '1:2-1:8', 'a::error', ['::erro']],
  ])('marks %s', (_, where, text, expected) => {
    expect(marks(where, text)).toEqual(expected);
  });

  test('cuts what is long, and says so', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line${index}: ${'x'.repeat(500)}`).join('\n');
    const report = reportOf([finding({ file: 'a.yaml', range: range('1:1-40:9') })], { 'a.yaml': lines });
    const rows = textOf(pageFor(report).only('pre')).trimEnd().split('\n');
    expect(rows).toHaveLength(13);
    expect(rows.at(-1)).toMatch(/^ +\.\.\.$/);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(170);
  });

  test.each([
    ['a page of the web', 'https://example.com/a?b="><script>', ['https://example.com/a?b="><script>']],
    ['no page', '', []],
    ['an address that is a script', 'javascript:alert(1)', []],
    ['such an address in disguise', ' https://x\njavascript:alert(1)', []],
  ])('links to %s', (_, docs, expected) => {
    const links = pageFor(reportOf([finding({ docs })]))
      .named('a')
      .map((link) => attribute(link, 'href') ?? '');
    expect(links.filter((href) => !/^(#|https:\/\/meshctl\.dev$)/.test(href))).toEqual(expected);
  });

  const fixed = (where: string, text: string): string => {
    const source = 'spec:\n  mirror: 20\n  timeout: 1s\n';
    const fixes = [{ description: 'Mend it', edits: [{ range: range(where), text }] }];
    const page = pageFor(
      reportOf([finding({ file: 'a.yaml', range: range('2:3-2:4'), fixes })], { 'a.yaml': source }),
    );
    return textOf(page.named('dd').find((one) => textOf(one).startsWith('Mend')) ?? page.only('main'));
  };

  test.each([
    ['a word', '2:3-2:9', 'mi<rr>or', 'Mend it-   mirror: 20\n+   mi<rr>or: 20\n'],
    ['lines that come', '3:1-3:1', '  a: b\n\tc: d\n', 'Mend it+   a: b\n+     c: d\n'],
    ['a line that goes', '2:1-3:1', '', 'Mend it-   mirror: 20\n'],
    ['a place outside of what can be had', '9:1-9:2', 'x', 'Mend itreplace 9:1 to 9:2 by x'],
  ])('shows the lines that a fix changes: %s', (_, where, text, shown) => {
    expect(fixed(where, text)).toBe(shown);
  });

  test('shows each edit of a fix when the lines are not to be had', () => {
    const edits = [
      { range: range('1:1-1:4'), text: '301' },
      { range: range('2:1-2:1'), text: '\nmatch:\n- a <b>' },
      { range: range('3:1-4:1'), text: '' },
    ];
    const page = pageFor(reportOf([finding({ fixes: [{ description: 'Mend it', edits }] })]));
    expect(page.named('li').slice(1).map(textOf)).toEqual([
      'replace 1:1 to 1:4 by 301',
      'insert at 2:1 \nmatch:\n- a <b>',
      'remove 3:1 to 4:1',
    ]);
  });

  test('shows related places with their lines', () => {
    const related = [{ message: 'the <other> one', file: 'b.yaml', path: '', range: range('2:1-2:2') }];
    const report = reportOf([finding({ related })], { 'b.yaml': 'a\nb\nc' });
    const text = pageFor(report).named('dd').map(textOf);
    expect(text).toContain('b.yaml:2:1 the <other> one2 b\n\n');
  });
});

describe('hostile names', () => {
  const hostile = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.constantFrom(
        '</script>',
        '<!--',
        '-->',
        ']]>',
        '</style>',
        '<img src=x onerror=alert(1)>',
        '"',
        "'",
        ' onclick=',
        '&lt;',
        '&#0;',
        '</pre>',
        '</li>',
        '\0',
        '\ufffe',
        '\ud800',
        '<',
        '&',
      ),
    ),
  });

  /** The same page for tame names: what is hostile may change texts and values, nothing else. */
  test('add no element and no attribute, and break no tag', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (a, b, c) => {
        const page = pageFor(hostileReport(`x${a}`, `x${b}`, `x${c}`));
        expect(page.errors).toEqual([]);
        expect(page.outline()).toEqual(pageFor(hostileReport('x', 'x', 'x')).outline());
      }),
    );
  });

  function hostileReport(message: string, word: string, file: string): FindingReport {
    const one = finding({
      code: word,
      rule: word,
      message,
      hint: message,
      file,
      path: word,
      cluster: word,
      docs: `https://example.com/${message}`,
      resource: { apiVersion: word, kind: word, namespace: word, name: word },
      range: range('1:1-1:2'),
      related: [{ message, file: 'other.yaml', path: word, range: range('1:1-1:3') }],
      fixes: [
        { description: message, edits: [{ range: range('1:1-1:2'), text: `${word.replaceAll('\n', '')}y` }] },
      ],
    });
    const lines = (_: string, from: number): string[] =>
      from === 1 ? [`x${message.replaceAll('\n', '').trim()}`] : [];
    const undecided = [{ rule: word, code: word, reason: message, objects: 1 }];
    return { ...reportOf([one], {}, { undecided, resources: 2, skipped: { [word]: 1 } }), lines };
  }

  test('are shown as they are', () => {
    const message = '</script><b>"&amp;\'';
    const page = pageFor(reportOf([finding({ message, file: message })]));
    expect(textOf(page.only('h3'))).toBe(`error ${message}`);
    expect(attribute(page.named('li')[0], 'data-file')).toBe(message);
  });
});
