import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { run } from '../commands/testing/run.ts';
import type { Outcome } from './outcome.ts';

/** A recorded command line of `proxy-config/cases.json`; it was run in the folder of its case. */
export interface RecordedCase {
  readonly id: string;
  readonly case: string;
  readonly argv: readonly string[];
  readonly exit: number;
  /** File with what it printed, below the folder of the area. */
  readonly stdout: string;
  readonly controlPlaneDump?: string;
}

/** The cases whose command line begins with `istioctl` and these words, narrowed by the filter of the user. */
export function recordedCases(
  folder: string,
  words: readonly string[],
  filter: readonly string[],
): readonly RecordedCase[] {
  const { cases } = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as {
    readonly cases: readonly RecordedCase[];
  };
  return cases.filter(
    ({ id, argv }) =>
      words.every((word, index) => argv[index + 1] === word) &&
      (filter.length === 0 || filter.some((word) => id.includes(word))),
  );
}

/** Runs meshctl on a case: the same exit code, the same data, and tables with the same cells. */
export async function outcomeOf(
  folder: string,
  recorded: RecordedCase,
  argv: readonly string[],
): Promise<Outcome> {
  const { code, out, err } = await run([...argv, '--no-config'], { cwd: path.join(folder, recorded.case) });
  const { id } = recorded;
  if ((code === 0) !== (recorded.exit === 0)) return { id, mismatches: [`exit code ${code}: ${err}`] };
  const wanted = readFileSync(path.join(folder, recorded.stdout), 'utf8');
  return { id, mismatches: differences(formatOf(argv), wanted, out) };
}

function formatOf(argv: readonly string[]): string {
  const at = argv.findIndex((word) => word === '-o' || word === '--output');
  return argv[at + 1] ?? '';
}

function differences(format: string, wanted: string, out: string): readonly string[] {
  if (format === 'json' || format === 'yaml') {
    return isDeepStrictEqual(parse(out), parse(wanted)) ? [] : ['the data differ'];
  }
  const [ours, theirs] = [rowsOf(out), rowsOf(wanted)];
  return [
    ...theirs.filter((row, index) => ours[index] !== row).map((row) => `wanted: ${row}`),
    ...ours.filter((row, index) => theirs[index] !== row).map((row) => `given:  ${row}`),
  ];
}

/** The rows of a table; what lies between cells does not count. */
export const rowsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
