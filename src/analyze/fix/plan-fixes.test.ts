import { expect, test } from 'vitest';
import type { Edit, Finding } from '../../finding.ts';
import { planFixes, type Checked } from './plan-fixes.ts';
import { fixText, fixTexts } from './testing/fix-texts.ts';

const peer = (spec: string): string =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: a\n${spec}`;

test.each<[string, string, string]>([
  [
    'a fault and one below it in one go',
    peer('sepc:\n  mtls:\n    mode: strict # why\n'),
    peer('spec:\n  mtls:\n    mode: STRICT # why\n'),
  ],
  [
    'what comes to light when a document can be read',
    peer('spec:\n  mtls: # a\n    mode: strict\n  mtls: # b\n    mode: strict\n'),
    peer('spec:\n  mtls: # a\n    mode: STRICT\n'),
  ],
  [
    'what comes to light when a kind is known',
    peer('spec: {mtls: {mode: strict}, portLevelMtls: {"80": {mode: disabl}}}\n').replace('cation', 'caton'),
    peer('spec: {mtls: {mode: STRICT}, portLevelMtls: {"80": {mode: DISABLE}}}\n'),
  ],
  [
    'one of two names for one field: the first takes it',
    peer('spec:\n  mtlss: {mode: STRICT}\n  mtlsss: {mode: STRICT}\n'),
    peer('spec:\n  mtls: {mode: STRICT}\n  mtlsss: {mode: STRICT}\n'),
  ],
  [
    'lines that end in CRLF',
    peer('sepc: {}\n').replaceAll('\n', '\r\n'),
    peer('spec: {}\n').replaceAll('\n', '\r\n'),
  ],
  ['a byte order mark', `\uFEFF${peer('sepc: {}\n')}`, `\uFEFF${peer('spec: {}\n')}`],
  [
    'a byte order mark on the line of a fix',
    '\uFEFF{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication", "metadata": {"name": "a"}, "sepc": {}}',
    '\uFEFF{"apiVersion": "security.istio.io/v1", "kind": "PeerAuthentication", "metadata": {"name": "a"}, "spec": {}}',
  ],
  ['a file without a last line break', peer('sepc: {}'), peer('spec: {}')],
  [
    'characters of two code units',
    `# 😀\n${peer('  labels: {"😀": 1}\nsepc: {} # 😀\n')}`,
    `# 😀\n${peer('  labels: {"😀": "1"}\nspec: {} # 😀\n')}`,
  ],
  [
    'no file whose lines end in CR alone',
    peer('sepc: {}\n').replaceAll('\n', '\r'),
    peer('sepc: {}\n').replaceAll('\n', '\r'),
  ],
])('fixes %s', async (_name, before, after) => {
  expect(await fixText(before)).toBe(after);
  expect(await fixText(after)).toBe(after);
});

test('tells per file what was done, what was left and why', async () => {
  const { files, checked } = await fixTexts({
    'b.yaml': peer('sepc: {}\n'),
    'a.yaml': peer('spec:\n  mtlss: {}\n  mtlsss: {}\n'),
    'c.yaml': peer('spec: {}\n'),
  });
  expect(
    files.map(({ file, made, left }) => ({
      file,
      made: made.map(({ description }) => description),
      left: left.map(({ description, reason }) => `${description}: ${reason}`),
    })),
  ).toEqual([
    { file: 'a.yaml', made: ['rename `mtlss` to `mtls`'], left: [] },
    { file: 'b.yaml', made: ['rename `sepc` to `spec`'], left: [] },
  ]);
  expect(checked.findings.map(({ message }) => message)).toEqual(['unknown field `mtlsss`']);
});

/** A finding at each word of a text that is in `fixes`: the word becomes what it says there. */
function words(texts: ReadonlyMap<string, string>, fixes: Readonly<Record<string, string>>): Checked {
  const findings = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const to = fixes[word];
      if (to === undefined) return [];
      const at = (offset: number) => ({ line: 1, column: offset + 1 });
      const range = { start: at(index), end: at(index + word.length) };
      return [found(file, word, to === '' ? [] : [{ range, text: to }])];
    }),
  );
  return { findings };
}

const found = (file: string, word: string, edits: readonly Edit[]): Finding => ({
  ...{ code: 'MSH9999', rule: 'test/word', severity: 'error', message: word, path: word, args: {} },
  resource: { apiVersion: 'v1', kind: 'Word', name: word },
  ...{ file, document: 0, rejectedBy: [], related: [], docs: '' },
  range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  fixes: edits.length === 0 ? [] : [{ description: `mend ${word}`, edits }],
});

async function mend(text: string, fixes: Readonly<Record<string, string>>) {
  let checks = 0;
  const check = (texts: ReadonlyMap<string, string>): Promise<Checked> => {
    checks += 1;
    return Promise.resolve(words(new Map([['f', text], ...texts]), fixes));
  };
  const { files } = await planFixes(await check(new Map()), { readFile: () => text, check });
  const [file] = files;
  return {
    text: file?.after,
    left: file?.left.map(({ description, reason }) => `${description}: ${reason}`),
    checks,
  };
}

test.each<[string, string, Record<string, string>, string, string[]]>([
  ['all that do no harm', 'a b c', { a: 'x', b: 'y' }, 'x y c', []],
  [
    'not one that makes an error more',
    'a b c',
    { a: 'x x', x: '', b: 'y' },
    'a y c',
    ['mend a: it causes other errors'],
  ],
  ['one that makes an error of another', 'a b', { a: 'x', x: '' }, 'x b', []],
  ['a fix of a fix', 'a', { a: 'b', b: 'c', c: 'd' }, 'd', []],
  ['no fixes without end', 'a', { a: 'b', b: 'a' }, 'a', ['mend a: the finding would stay']],
  ['nothing twice that changes nothing', 'a', { a: 'a' }, 'a', ['mend a: the finding would stay']],
])('makes %s', async (_name, before, fixes, after, left) => {
  expect(await mend(before, fixes)).toMatchObject({ text: after, left });
});

test('finds what does harm among many by halving', async () => {
  const text = Array.from({ length: 64 }, (_, index) => (index === 40 ? 'bad' : 'good')).join(' ');
  const { checks, text: after } = await mend(text, { good: 'g', bad: 'x x', x: '' });
  expect(after).toBe(text.replaceAll('good', 'g'));
  expect(checks).toBeLessThan(20);
});

test('takes back what harms another file, and nothing else', async () => {
  const texts = { f: 'a ok', g: 'a ok', h: 'b ok' };
  const check = (changed: ReadonlyMap<string, string>): Promise<Checked> => {
    const all = new Map([...Object.entries(texts), ...changed]);
    // A word `x` in f is at odds with h.
    const clash = all.get('f')?.startsWith('x') === true ? [found('h', 'clash', [])] : [];
    return Promise.resolve({ findings: [...words(all, { a: 'x' }).findings, ...clash] });
  };
  const readFile = (file: string): string | undefined => texts[file as keyof typeof texts];
  const { files } = await planFixes(await check(new Map()), { readFile, check });
  expect(files.map(({ file, after, left }) => [file, after, left.length])).toEqual([
    ['f', 'a ok', 1],
    ['g', 'x ok', 0],
  ]);
});

test('what may not be read stays as it is', async () => {
  const check = () => Promise.resolve(words(new Map([['f', 'a']]), { a: 'b' }));
  const plan = await planFixes(await check(), { readFile: () => undefined, check });
  expect(plan.files).toEqual([]);
});
