import { Window } from 'happy-dom';
import type { HTMLElement, HTMLInputElement, HTMLSelectElement } from 'happy-dom';
import { expect, test } from 'vitest';
import { finding, range, reportOf } from '../../../../testdata/output/sample-report.ts';
import type { Finding } from '../../../finding.ts';
import { formatHtml } from './html.ts';
import { script } from './script.ts';

const inNamespace = (kind: string, namespace: string): Pick<Finding, 'resource'> => ({
  resource: { apiVersion: 'v1', kind, namespace, name: 'x' },
});

const findings = [
  finding({ file: 'a.yaml', rule: 'r/two', message: 'First.', ...inNamespace('Gateway', 'shop') }),
  finding({
    file: 'a.yaml',
    rule: 'r/one',
    message: 'Second.',
    severity: 'warning',
    range: range('20:1-20:2'),
  }),
  finding({ file: 'b.yaml', rule: 'r/two', message: 'Third <b>.', ...inNamespace('Gateway', 'east') }),
];

/** The page with its script run, as a reader has it. */
class Reader {
  readonly window = new Window({
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });

  constructor(shown: readonly Finding[] = findings) {
    this.window.document.write(formatHtml(reportOf(shown)).replace(/<script>[^]*<\/script>/, ''));
    this.window.eval(script);
  }

  all(selector: string): HTMLElement[] {
    return Array.from(this.window.document.querySelectorAll<HTMLElement>(selector));
  }

  one(selector: string): HTMLElement {
    const [first] = this.all(selector);
    if (first === undefined) throw new Error(`the page has no ${selector}`);
    return first;
  }

  /** The groups in sight, each with the numbers of its findings in sight. */
  sight(): Record<string, string[]> {
    const groups = this.all('.group').filter(({ hidden }) => !hidden);
    return Object.fromEntries(
      groups.map((group) => [
        group.querySelector('h2')?.textContent ?? '',
        Array.from(group.querySelectorAll<HTMLElement>('.finding'))
          .filter(({ hidden }) => !hidden)
          .map(({ id }) => id.replace('finding-', '')),
      ]),
    );
  }

  set(name: string, value: string): this {
    const control = this.one(`[name=${name}]`) as HTMLInputElement | HTMLSelectElement;
    control.value = value;
    control.dispatchEvent(new this.window.Event('input', { bubbles: true }));
    return this;
  }

  toggle(severity: string): this {
    this.one(`[value=${severity}]`).click();
    return this;
  }

  key(key: string, init: object = {}): this {
    this.window.document.activeElement.dispatchEvent(
      new this.window.KeyboardEvent('keydown', { key, bubbles: true, ...init }),
    );
    return this;
  }
}

test('without the script the filters are not in sight, with it they are', () => {
  expect(formatHtml(reportOf(findings))).toMatch(/<form id="controls"[^>]* hidden>/);
  const reader = new Reader();
  expect(reader.one('#controls').hidden).toBe(false);
  expect(reader.sight()).toEqual({ 'a.yaml': ['1', '2'], 'b.yaml': ['3'] });
  expect(reader.one('output').textContent).toBe('3 of 3 findings');
});

test('one finding needs no filters', () => {
  expect(new Reader(findings.slice(0, 1)).all('#controls')).toEqual([]);
});

test.each<[string, (reader: Reader) => Reader, Record<string, string[]>]>([
  ['severity', (reader) => reader.toggle('error'), { 'a.yaml': ['2'] }],
  ['rule', (reader) => reader.set('rule', '=r/two'), { 'a.yaml': ['1'], 'b.yaml': ['3'] }],
  ['file', (reader) => reader.set('file', '=b.yaml'), { 'b.yaml': ['3'] }],
  ['kind', (reader) => reader.set('kind', '=VirtualService'), { 'a.yaml': ['2'] }],
  ['namespace', (reader) => reader.set('namespace', '=east'), { 'b.yaml': ['3'] }],
  ['words in any order and case', (reader) => reader.set('text', '.YAML third'), { 'b.yaml': ['3'] }],
  ['words that look like markup', (reader) => reader.set('text', '<b>'), { 'b.yaml': ['3'] }],
  ['several at once', (reader) => reader.toggle('error').set('rule', '=r/two'), {}],
])('filters by %s', (_, act, sight) => {
  expect(act(new Reader()).sight()).toEqual(sight);
});

test('a filter counts what is left, of each group and of all', () => {
  const reader = new Reader().toggle('warning');
  expect(reader.all('.count').map(({ textContent }) => textContent)).toEqual(['1 of 2', '1']);
  expect(reader.one('output').textContent).toBe('2 of 3 findings');
});

test('choices are the values there are, counted; one value is no choice', () => {
  const reader = new Reader();
  expect(reader.all('[name=rule] option').map(({ textContent }) => textContent)).toEqual([
    'all',
    'r/one (1)',
    'r/two (2)',
  ]);
  const hidden = reader.all('label').filter((label) => label.hidden);
  expect(hidden.map((label) => label.querySelector('span')?.textContent)).toEqual(['Code', 'Cluster']);
});

test('groups by rule, and by file as before', () => {
  const reader = new Reader().set('group', 'rule');
  expect(reader.sight()).toEqual({ 'IST0106 r/one': ['2'], 'IST0106 r/two': ['1', '3'] });
  const before = new Reader().one('main').innerHTML.replaceAll('\n', '');
  expect(reader.set('group', 'file').one('main').innerHTML.replaceAll('\n', '')).toBe(before);
});

test('grouping keeps the filter', () => {
  expect(new Reader().toggle('error').set('group', 'rule').sight()).toEqual({ 'IST0106 r/one': ['2'] });
});

test('a button folds all groups, and unfolds them', () => {
  const reader = new Reader();
  const open = (): boolean[] => reader.all('.group').map((group) => group.hasAttribute('open'));
  const button = reader.one('[name=fold]');
  button.click();
  expect({ open: open(), text: button.textContent }).toEqual({ open: [false, false], text: 'Unfold all' });
  button.click();
  expect({ open: open(), text: button.textContent }).toEqual({ open: [true, true], text: 'Fold all' });
});

test('what is folded is unfolded for the printer', () => {
  const reader = new Reader();
  reader.one('[name=fold]').click();
  reader.window.dispatchEvent(new reader.window.Event('beforeprint'));
  expect(reader.all('.group[open]')).toHaveLength(2);
});

test('keys lead to the text and through the findings in sight', () => {
  const reader = new Reader().toggle('warning');
  const after = (key: string, init = {}): string => {
    const { activeElement } = reader.key(key, init).window.document;
    return activeElement.id || (activeElement.getAttribute('name') ?? '');
  };
  expect(after('j')).toBe('finding-1');
  expect(after('j')).toBe('finding-3');
  expect(after('j')).toBe('finding-3');
  expect(after('k')).toBe('finding-1');
  expect(after('/', { ctrlKey: true })).toBe('finding-1');
  expect(after('/')).toBe('text');
  expect(after('j')).toBe('text');
});

test('"Show all" takes back every filter', async () => {
  const reader = new Reader().toggle('error').set('text', 'second').set('group', 'rule');
  reader.one('[type=reset]').click();
  await reader.window.happyDOM.waitUntilComplete();
  expect(reader.sight()).toEqual({ 'a.yaml': ['1', '2'], 'b.yaml': ['3'] });
});
