import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { differences } from '../differences.ts';
import type { VmExpected, Wanted } from './expected.ts';

/** How the folder that was written differs from the recorded one: nothing at all on failure. */
export function fileMismatches(cases: string, out: string, wanted: Wanted, expected: VmExpected): string[] {
  const written = existsSync(out) ? readdirSync(out).sort() : [];
  if (wanted.exit !== 0) return existsSync(out) ? [`left behind: ${written.join(', ')}`] : [];
  const recorded = path.join(cases, wanted.like, 'expected');
  const names = ['cluster.env', 'hosts', 'istio-token', 'mesh.yaml', 'root-cert.pem'];
  if (written.join() !== names.join()) return [`files: ${written.join(', ')}`];
  return [
    ...modeMismatches(out, names),
    ...['hosts', 'istio-token', 'root-cert.pem']
      .filter((name) => textOf(out, name) !== textOf(recorded, name))
      .map((name) => `${name}: ${JSON.stringify(textOf(out, name))}`),
    ...meshMismatches(recorded, out, wanted),
    ...variableMismatches(recorded, out, wanted, expected),
  ];
}

/** How the printed WorkloadGroup differs from the recorded one. */
export function stdoutMismatches(folder: string, exit: number, out: string): string[] {
  if (exit !== 0) return out === '' ? [] : ['something is printed'];
  const recorded = parse(textOf(path.join(folder, 'expected'), 'stdout.yaml')) as JsonObject;
  return differences(recorded, parse(out) as JsonObject);
}

const textOf = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

function modeMismatches(out: string, names: readonly string[]): string[] {
  const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
  const folder = modeOf(out) === '700' ? [] : [`mode of the folder: ${modeOf(out)}`];
  const files = names.filter((name) => modeOf(path.join(out, name)) !== '600');
  return [...folder, ...files.map((name) => `mode of ${name}: ${modeOf(path.join(out, name))}`)];
}

function meshMismatches(recorded: string, out: string, { metadata }: Wanted): string[] {
  const there = parse(textOf(recorded, 'mesh.yaml')) as {
    defaultConfig: { proxyMetadata: Record<string, string> };
  };
  Object.assign(there.defaultConfig.proxyMetadata, metadata);
  return differences(there, parse(textOf(out, 'mesh.yaml')) as JsonObject, 'mesh.yaml');
}

function variableMismatches(
  recorded: string,
  out: string,
  { metadata }: Wanted,
  { unorderedValues = [] }: VmExpected,
): string[] {
  const there = { ...sourced(recorded), ...metadata };
  const here = sourced(out);
  for (const variables of [there, here])
    for (const name of unorderedValues) variables[name] = (variables[name] ?? '').split(',').sort().join();
  return differences(there, here, 'cluster.env');
}

/** The variables that a POSIX shell has after it has sourced the file. */
function sourced(folder: string): Record<string, string> {
  const text = execFileSync('env', ['-i', 'sh', '-c', 'set -a; . ./cluster.env; exec /usr/bin/env -0'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const own = new Set(['PWD', 'OLDPWD', '_', 'SHLVL']);
  return Object.fromEntries(
    text.split('\0').flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 || own.has(line.slice(0, at)) ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}
