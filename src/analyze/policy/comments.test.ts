import { describe, expect, test } from 'vitest';
import { judge, shown, type Found } from './testing.ts';
import { RuleNames } from './rule-names.ts';

const head = 'apiVersion: v1\nkind: Gateway\nmetadata: {name: a}\n';
const missing: Found = ['IST0101', 'gateway/missing', 'spec.selector'];

describe('a comment suppresses a finding', () => {
  test.each([
    ['on its line', 'spec:\n  selector: x # meshctl-ignore[IST0101]: why\n'],
    ['on the line of its key', 'spec:\n  selector: # meshctl-ignore[IST0101]: why\n    a: b\n'],
    ['above its key', 'spec:\n  # meshctl-ignore[IST0101]: why\n  selector:\n    a: b\n'],
    ['above its value', 'spec:\n  selector:\n    # meshctl-ignore[IST0101]: why\n    a: b\n'],
    ['in lines of comments above', 'spec:\n  # meshctl-ignore[IST0101]: why\n  # more\n  selector: x\n'],
    ['after another comment', 'spec:\n  selector: x # odd # meshctl-ignore[IST0101]: why\n'],
    ['by the name of the rule', 'spec:\n  selector: x # meshctl-ignore[gateway/missing]: why\n'],
    ['in small letters', 'spec:\n  selector: x # meshctl-ignore[ist0101]: why\n'],
    ['without blanks or colon', 'spec:\n  selector: x #meshctl-ignore[IST0101] why\n'],
    ['with Windows line ends', 'spec:\r\n  # meshctl-ignore[IST0101]: why\r\n  selector: x\r\n'],
  ])('%s', (_, body) => {
    const result = judge({ text: head + body, found: [missing] });
    expect([shown(result), result.suppressed]).toEqual([[], 1]);
  });

  test.each([
    ['before the document', `# meshctl-ignore[IST0101]: why\n\n${head}spec: {selector: x}\n`],
    ['before its separator', `# meshctl-ignore[IST0101]: why\n---\n${head}spec: {selector: x}\n`],
    ['on its separator', `a: b\n--- # meshctl-ignore[IST0101]: why\n${head}spec: {selector: x}\n`],
    ['on its first line', `${head.replace('v1', 'v1 # meshctl-ignore[IST0101]: why')}spec: {}\n`],
  ])('anywhere in the document, %s', (_, text) => {
    expect(shown(judge({ text, found: [missing, ['IST0101', 'gateway/missing', 'metadata.name']] }))).toEqual(
      [],
    );
  });

  test('next to an item of a list', () => {
    const text = `${head}spec:\n  hosts:\n  - a\n  # meshctl-ignore[IST0101]: why\n  - b\n`;
    const found: Found[] = [0, 1].map((i) => ['IST0101', 'gateway/missing', `spec.hosts[${i}]`]);
    expect(shown(judge({ text, found }))).toEqual(['6:5 error gateway/missing: wrong']);
  });

  test.each([
    [
      'above a key that it lies in',
      'spec:\n  # meshctl-ignore[IST0101]: why\n  http:\n  - a: b\n  - a: c\n',
      [],
    ],
    ['above a key far above', '# meshctl-ignore[IST0101]: why\nspec:\n  http:\n  - a: b\n  - a: c\n', []],
    [
      'above an item that it lies in',
      'spec:\n  http:\n  # meshctl-ignore[IST0101]: why\n  - a: b\n  - a: c\n',
      ['8:8'],
    ],
    [
      'but not beside such a key',
      'spec:\n  http: # meshctl-ignore[IST0101]: why\n  - a: b\n  - a: c\n',
      ['6:8', '7:8'],
    ],
    [
      'nor above another key',
      'spec:\n  # meshctl-ignore[IST0101]: why\n  x: y\n  http:\n  - a: b\n  - a: c\n',
      ['8:8', '9:8'],
    ],
  ])('%s', (_, body, places) => {
    const found: Found[] = [0, 1].map((i) => ['IST0101', 'gateway/missing', `spec.http[${i}].a`]);
    const errors = shown(judge({ text: head + body, found })).filter((line) => line.includes(' error '));
    expect(errors).toEqual(places.map((place) => `${place} error gateway/missing: wrong`));
  });

  test('above an item of a List', () => {
    const item = 'apiVersion: v1\n  kind: Gateway\n  metadata: {name: a}\n  spec:\n    selector: x\n';
    const text = `apiVersion: v1\nkind: List\nitems:\n# meshctl-ignore[IST0101]: why\n- ${item}- ${item.replace('a}', 'b}')}`;
    const found: Found[] = [0, 1].map((i) => ['IST0101', 'gateway/missing', 'spec.selector', i]);
    expect(shown(judge({ text, found }))).toEqual(['14:15 error gateway/missing: wrong']);
  });

  test('in an item of a List', () => {
    const item = (name: string, comment: string) =>
      `- apiVersion: v1\n  kind: Gateway\n  metadata: {name: ${name}}\n  spec:\n    selector: ${comment}\n      a: b\n`;
    const text = `apiVersion: v1\nkind: List\nitems:\n${item('a', '')}${item('b', '# meshctl-ignore[IST0101]: why')}`;
    const found: Found[] = [0, 1].map((i) => ['IST0101', 'gateway/missing', 'spec.selector', i]);
    expect(shown(judge({ text, found }))).toEqual(['9:7 error gateway/missing: wrong']);
  });

  test('of each of several rules', () => {
    const text = `${head}# meshctl-ignore[IST0101, port/number]: why\nspec: x\n`;
    const found: Found[] = [
      ['IST0101', 'gateway/missing', 'spec'],
      ['IST0106', 'port/number', 'spec'],
      ['IST0106', 'redirect/code', 'spec'],
    ];
    expect(shown(judge({ text, found }))).toEqual(['5:7 error redirect/code: wrong']);
  });
});

describe('a comment that suppresses nothing is reported', () => {
  const unused = 'warning suppression/unused: IST0101 finds nothing here: this comment is not needed';
  test.each([
    ['below the finding', 'spec: x\n# meshctl-ignore[IST0101]: why\n', [`5:18 ${unused}`]],
    ['above an empty line', '# meshctl-ignore[IST0101]: why\n\nspec: x\n', [`4:18 ${unused}`]],
    ['two lines above', '# meshctl-ignore[IST0101]: why\nstatus: x\nspec: x\n', [`4:18 ${unused}`]],
    [
      'for another rule',
      'spec: x # meshctl-ignore[IST0106]: why\n',
      ['4:26 warning suppression/unused: IST0106 finds nothing here: this comment is not needed'],
    ],
    [
      'without a reason',
      'spec: x # meshctl-ignore[IST0101]:\n',
      ['4:9 warning suppression/no-reason: this comment suppresses nothing, because it gives no reason'],
    ],
    [
      'with a reason of dashes',
      'spec: x # meshctl-ignore[IST0101]: ---\n',
      ['4:9 warning suppression/no-reason: this comment suppresses nothing, because it gives no reason'],
    ],
    [
      'without a rule',
      'spec: x # meshctl-ignore: why\n',
      ['4:9 warning suppression/no-reason: this comment names no rule to suppress'],
    ],
    [
      'with empty brackets',
      'spec: x # meshctl-ignore[ ]: why\n',
      ['4:9 warning suppression/no-reason: this comment names no rule to suppress'],
    ],
    [
      'for a rule that does not exist',
      'spec: x # meshctl-ignore[IST0102]: why\n',
      ['4:26 warning suppression/unused: no rule is called "IST0102"'],
    ],
    ['in another word', 'spec: x # meshctl-ignored[IST0101]: why\n', []],
    ['in text', 'spec: x#meshctl-ignore[IST0101]:why\n', []],
  ])('%s', (_, body, notices) => {
    const result = judge({ text: head + body, found: [['IST0101', 'gateway/missing', 'spec']] });
    expect(shown(result).filter((line) => !line.endsWith('wrong'))).toEqual(notices);
    expect(result.suppressed).toBe(0);
  });

  test('only for those of its rules that find nothing', () => {
    const text = `${head}spec: x # meshctl-ignore[IST0101, IST0106]: why\n`;
    expect(shown(judge({ text, found: [['IST0101', 'gateway/missing', 'spec']] }))).toEqual([
      '4:35 warning suppression/unused: IST0106 finds nothing here: this comment is not needed',
    ]);
  });

  test('but not for rules that had no chance', () => {
    const text = `${head}spec: x # meshctl-ignore[IST0101]: why\n`;
    const ran = new RuleNames([{ code: 'IST0106', slug: 'redirect/code' }]);
    expect(shown(judge({ text, found: [], ran }))).toEqual([]);
  });

  test('but not in a document that could not be read', () => {
    const text = `a: [\n# meshctl-ignore[IST0101]: why\n---\n${head}`;
    expect(shown(judge({ text, found: [] }))).toEqual([]);
  });

  test('with a hint, the resource and the page of the rule', () => {
    const text = `${head}spec: x # meshctl-ignore[IST0102]: why\n`;
    expect(judge({ text, found: [] }).findings).toEqual([
      {
        code: 'MSH0090',
        rule: 'suppression/unused',
        severity: 'warning',
        message: 'no rule is called "IST0102"',
        hint: 'Did you mean IST0101?',
        resource: { apiVersion: 'v1', kind: 'Gateway', name: 'a' },
        file: 'mesh/a.yaml',
        document: 0,
        path: '',
        range: { start: { line: 4, column: 26 }, end: { line: 4, column: 33 } },
        args: { name: 'IST0102' },
        rejectedBy: [],
        related: [],
        fixes: [],
        docs: 'https://meshctl.dev/rules/suppression/unused',
      },
    ]);
  });
});

test('a comment counts for its own document only', () => {
  const text = `# meshctl-ignore[IST0101]: why\n${head}spec: x\n---\n${head}spec: x\n`;
  const found: Found[] = [0, 1].map((i) => ['IST0101', 'gateway/missing', 'spec', i]);
  expect(shown(judge({ text, found }))).toEqual(['10:7 error gateway/missing: wrong']);
});
