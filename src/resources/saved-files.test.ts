import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseJson } from './json-text.ts';
import { readResources } from './read-resources.ts';
import { readText } from './read-text.ts';

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const cwd = mkdtempSync(path.join(tmpdir(), 'meshctl-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  return cwd;
}

const map = (name: string, data = ''): object => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap' },
  ...{ metadata: { name, annotations: { 'a/"b': '{"items": [' } }, data: { 'x.json': data } },
});
const listOf = (count: number, size = 1): string =>
  JSON.stringify(
    {
      apiVersion: 'v1',
      metadata: { items: '[1]' },
      items: Array.from({ length: count }, (_, i) => map(`c${i}`, '"}]'.repeat(size))),
      kind: 'List',
    },
    null,
    4,
  );

describe('long lists of JSON', () => {
  it.each([
    ['of few items', 3],
    ['of many items', 150],
  ])('%s have the places of their items', (_, count) => {
    const { resources, documents } = readText(listOf(count), 'x.json');
    const lines = resources.map(({ document, base }) => {
      const { value, key, exact } = document.locate([...base, 'metadata', 'name']);
      const { line, column } = value.start;
      return `${exact} ${key?.start.column} ${column} ${document.lines(line, line).join('').trim()}`;
    });
    expect(lines).toEqual(resources.map(({ name }) => `true 17 25 "name": "${name}",`));
    const item = documents[0]?.locate(['items', 1]).value;
    expect([item?.start.column, item?.end.column]).toEqual([9, 10]);
    expect(documents[0]?.locate(['kind'])).toMatchObject({ exact: true, value: { start: { column: 13 } } });
  });

  it('can be edited within an item', () => {
    const [document] = readText(listOf(150), 'x.json').documents;
    const change = (...steps: readonly number[]) =>
      document?.edits(
        steps.map((i) => ({ op: 'set', path: ['items', i, 'metadata', 'name'], value: 'new' })),
      );
    expect(change(7)).toMatchObject([{ text: expect.stringContaining('new') as unknown }]);
    expect(change(7, 8)).toBeUndefined();
  });
});

describe('large files', () => {
  it('are read above 64 MB when they are JSON', async () => {
    const cwd = folderWith({ 'huge.json': listOf(150, 160_000) });
    const { resources, documents } = await readResources(['huge.json'], { cwd });
    expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
    expect(resources).toHaveLength(150);
    const last = documents[0]?.locate(['items', 149, 'metadata', 'name']).value.start.line ?? 0;
    expect(documents[0]?.lines(last, last).join('')).toContain('c149');
    expect(documents[0]?.locate(['kind']).exact).toBe(false);
  });

  it('that are cut off say so', async () => {
    const cwd = folderWith({ 'huge.json': listOf(150, 160_000).slice(0, -20) });
    const { documents } = await readResources(['huge.json'], { cwd });
    expect(documents.flatMap(({ problems }) => problems)).toMatchObject([
      {
        rule: 'yaml/too-large',
        message: expect.stringContaining('only if it is JSON without faults') as unknown,
      },
    ]);
  });

  it('are trusted to name each key once', () => {
    expect(parseJson('{"a": 1, "a": 2}', true)).toEqual({ a: 2 });
  });
});

describe('compressed files', () => {
  it('are read, in folders too', async () => {
    const cwd = folderWith({
      'a.json.gz': gzipSync(JSON.stringify(map('a'))),
      'b.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: b}\n',
      'c.tar.gz': 'x',
    });
    const { resources } = await readResources(['.'], { cwd });
    expect(resources.map(({ name, document }) => `${document.file} ${name}`)).toEqual([
      'a.json.gz a',
      'b.yaml b',
    ]);
  });

  it('that are broken are refused', async () => {
    const cwd = folderWith({ 'a.json.gz': gzipSync(JSON.stringify(map('a'))).subarray(0, 30) });
    await expect(readResources(['a.json.gz'], { cwd })).rejects.toThrow('cannot read a.json.gz');
  });
});
