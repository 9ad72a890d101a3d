import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diffDumps, type RejectedResource } from '../src/proxy/diff/index.ts';
import { readDump, type ProxyDump } from '../src/proxy/index.ts';
import type { Outcome } from './outcome.ts';

interface Expected {
  readonly from: string;
  readonly to: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly rejectedBefore: readonly Rejected[];
  readonly rejectedAfter: readonly Rejected[];
}

interface Rejected {
  readonly section: string;
  readonly name: string;
  readonly hasActive: boolean;
}

/** Every pair of recorded dumps: the resources that are different, and the updates that were refused. */
export async function* proxyDiffCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const name of readdirSync(folder).sort()) {
    for (const file of ['diff.json', 'diff-rerun.json']) {
      const expected = path.join(folder, name, 'expected', file);
      const id = `${name}/${file}`;
      if (!existsSync(expected) || (filter.length > 0 && !filter.some((word) => id.includes(word)))) continue;
      const recorded = JSON.parse(await readFile(expected, 'utf8')) as Expected;
      yield { id, mismatches: await mismatchesOf(path.join(folder, name), recorded) };
    }
  }
}

async function mismatchesOf(folder: string, expected: Expected): Promise<string[]> {
  const read = async (file: string): Promise<ProxyDump> =>
    readDump(await readFile(path.join(folder, file)), { name: file });
  const diff = diffDumps(await read(expected.from), await read(expected.to));
  const names = (list: readonly { kind: string; name: string }[]): string[] =>
    list.map(({ kind, name }) => `${kind}/${name}`);
  const again = diffDumps(await read(expected.to), await read(expected.to));
  return [
    ...differences('added', expected.added, names(diff.added)),
    ...differences('removed', expected.removed, names(diff.removed)),
    ...differences('changed', expected.changed, names(diff.changed)),
    ...differences('refused before', expected.rejectedBefore.map(textOf), rejected(diff.rejectedBefore)),
    ...differences('refused after', expected.rejectedAfter.map(textOf), rejected(diff.rejectedAfter)),
    ...differences('different from itself', [], names([...again.added, ...again.removed, ...again.changed])),
  ];
}

const textOf = ({ section, name, hasActive }: Rejected): string => `${section}/${name} ${hasActive}`;

const rejected = (list: readonly RejectedResource[]): string[] =>
  list.map(({ kind, name, hasActive }) => textOf({ section: kind, name, hasActive }));

function differences(what: string, wanted: readonly string[], given: readonly string[]): string[] {
  return [
    ...wanted.filter((name) => !given.includes(name)).map((name) => `${what}, missing: ${name}`),
    ...given.filter((name) => !wanted.includes(name)).map((name) => `${what}, not wanted: ${name}`),
  ];
}
