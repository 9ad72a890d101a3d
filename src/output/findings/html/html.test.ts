import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';
import { describe, expect, test } from 'vitest';
import { finding, range, reportOf, sampleReport } from '../../../../testdata/output/sample-report.ts';
import type { FindingReport } from '../../report.ts';
import { formatHtml } from './html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

interface Page {
  readonly elements: readonly Element[];
  readonly errors: readonly string[];
}

function pageOf(html: string): Page {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }: ParserError) => errors.push(code) });
  return { elements: elementsIn(document), errors };
}

function elementsIn(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => [...(tree.isElementNode(child) ? [child] : []), ...elementsIn(child)]);
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

const named = ({ elements }: Page, name: string): Element[] =>
  elements.filter(({ tagName }) => tagName === name);

const only = (page: Page, name: string): Element => {
  const [first, second] = named(page, name);
  if (first === undefined || second !== undefined) throw new Error(`there is not one ${name}`);
  return first;
};

const pageFor = (report: FindingReport): Page => pageOf(formatHtml(report));

/** The elements, with their attributes but without what these say. */
const outline = ({ elements }: Page): string[] =>
  elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));

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
    expect(textOf(only(page, 'style'))).not.toMatch(/url\(|@import/);
  });

  test('allows its own style and script and no others', () => {
    const page = pageFor(sampleReport);
    const hash = (name: string): string =>
      createHash('sha256')
        .update(textOf(only(page, name)))
        .digest('base64');
    const policy = named(page, 'meta').find(
      (meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy',
    );
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
    expect(textOf(only(first, 'script'))).toBe(textOf(only(second, 'script')));
    expect(textOf(only(first, 'style'))).toBe(textOf(only(second, 'style')));
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
    expect(textOf(only(pageFor({ ...reportOf([one, two]), findings: [one] }), 'header'))).toContain(
      ', 1 not listed here',
    );
  });
});

describe('a finding', () => {
  const source = { 'mesh/reviews.yaml': `${'\n'.repeat(8)}      redirectCode: 200\n` };
  const marks = (where: string, text: string): string[] => {
    const report = reportOf([finding({ file: 'a.yaml', range: range(where) })], { 'a.yaml': text });
    return named(pageFor(report), 'mark').map(textOf);
  };

  test('marks the exact range in its lines', () => {
    const page = pageFor(reportOf([finding()], source));
    expect(textOf(only(page, 'pre'))).toBe('8 \n9       redirectCode: 200\n');
    expect(named(page, 'mark').map(textOf)).toEqual(['200']);
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
    const rows = textOf(only(pageFor(report), 'pre'))
      .trimEnd()
      .split('\n');
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
    const links = named(pageFor(reportOf([finding({ docs })])), 'a').map(
      (link) => attribute(link, 'href') ?? '',
    );
    expect(links.filter((href) => !/^(#|https:\/\/meshctl\.dev$)/.test(href))).toEqual(expected);
  });

  const fixed = (where: string, text: string): string => {
    const source = 'spec:\n  mirror: 20\n  timeout: 1s\n';
    const fixes = [{ description: 'Mend it', edits: [{ range: range(where), text }] }];
    const page = pageFor(
      reportOf([finding({ file: 'a.yaml', range: range('2:3-2:4'), fixes })], { 'a.yaml': source }),
    );
    return textOf(named(page, 'dd').find((one) => textOf(one).startsWith('Mend')) ?? only(page, 'main'));
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
    expect(named(page, 'li').slice(1).map(textOf)).toEqual([
      'replace 1:1 to 1:4 by 301',
      'insert at 2:1 \nmatch:\n- a <b>',
      'remove 3:1 to 4:1',
    ]);
  });

  test('shows related places with their lines', () => {
    const related = [{ message: 'the <other> one', file: 'b.yaml', path: '', range: range('2:1-2:2') }];
    const report = reportOf([finding({ related })], { 'b.yaml': 'a\nb\nc' });
    const text = named(pageFor(report), 'dd').map(textOf);
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
        expect(outline(page)).toEqual(outline(pageFor(hostileReport('x', 'x', 'x'))));
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
    expect(textOf(only(page, 'h3'))).toBe(`error ${message}`);
    expect(attribute(named(page, 'li')[0], 'data-file')).toBe(message);
  });
});
