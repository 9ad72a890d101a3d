import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ReadCache } from './read-cache.ts';

let cwd: string;
const write = (file: string, name: string): void => {
  writeFileSync(join(cwd, file), `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\n`);
};
const namesOf = (cache: ReadCache): string[] => cache.read().resources.map(({ name }) => name);

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'meshctl-'));
  write('a.yaml', 'a');
  write('b.yaml', 'b');
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

it('reads changed, new and removed files, and keeps the objects of the others', () => {
  const cache = new ReadCache(['.'], { cwd });
  const before = cache.read();
  write('b.yaml', 'changed');
  utimesSync(join(cwd, 'b.yaml'), 1, 1);
  write('c.yaml', 'c');
  const after = cache.read();
  expect(after.resources.map(({ name }) => name)).toEqual(['a', 'changed', 'c']);
  expect(after.resources[0]).toBe(before.resources[0]);
  rmSync(join(cwd, 'a.yaml'));
  expect(namesOf(cache)).toEqual(['changed', 'c']);
});

it('refuses a path that does not exist', () => {
  expect(() => new ReadCache(['gone.yaml'], { cwd }).read()).toThrow('gone.yaml does not exist');
});
