import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { load } from 'js-yaml';
import { run } from '../commands/testing/run.ts';
import type { Outcome } from './outcome.ts';
import { recordedCases, type RecordedCase } from './recorded-cases.ts';
import { tableMismatches } from './table-cells.ts';

/** What `VALID CERT` was judged by: the day on which the tables were recorded. */
const recordedAt = '2026-11-21T12:00:00Z';

/** Every recorded call of `istioctl proxy-config`: cells of tables, data of JSON and YAML, exit codes. */
export async function* proxyConfigCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  for (const recorded of recordedCases(folder, ['proxy-config'], filter))
    yield { id: recorded.id, mismatches: await mismatchesOf(recorded, folder) };
}

async function mismatchesOf(recorded: RecordedCase, folder: string): Promise<string[]> {
  const [, , command = ''] = recorded.argv;
  const argv = [...recorded.argv.slice(1), '--no-config'];
  if (command === 'secret' || command === 'all') argv.push('--now', recordedAt);
  const { code, out, err } = await run(argv, { cwd: path.join(folder, recorded.case) });
  const wanted = recorded.exit === 0 ? 0 : 2;
  if (code !== wanted) return [`exit code ${code}, wanted ${wanted} (there ${recorded.exit}): ${err}`];
  if (code !== 0) return [];
  const there = readFileSync(path.join(folder, recorded.stdout), 'utf8');
  return outputMismatches(recorded, command, { there, here: out });
}

interface Outputs {
  readonly there: string;
  readonly here: string;
}

function outputMismatches({ argv }: RecordedCase, command: string, { there, here }: Outputs): string[] {
  const format = argv.includes('-o') ? argv[argv.indexOf('-o') + 1] : command === 'bootstrap' ? 'json' : '';
  if (format === 'json') return same(JSON.parse(there), JSON.parse(here));
  if (format === 'yaml') return same(load(there), load(here));
  return tableMismatches(there, here);
}

function same(there: unknown, here: unknown): string[] {
  return isDeepStrictEqual(there, here) ? [] : [`other data: ${firstDifference(there, here, '')}`];
}

/** Where two values differ first. */
function firstDifference(there: unknown, here: unknown, at: string): string {
  if (isObject(there) && isObject(here)) {
    for (const key of new Set([...Object.keys(there), ...Object.keys(here)])) {
      const pair = [there[key], here[key]] as const;
      if (!isDeepStrictEqual(...pair)) return firstDifference(...pair, `${at}.${key}`);
    }
  }
  return `${at}: ${short(there)}, here ${short(here)}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const short = (value: unknown): string => JSON.stringify([value]).slice(1, 120);
