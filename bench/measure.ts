import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

/** A command line to measure, and the exit code that says it did its work. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly exits?: readonly number[];
}

/** Where a program's output goes, and where its peak memory is noted. */
export interface Files {
  readonly output: string;
  readonly memory: string;
}

/** Wall time of one run in milliseconds. Throws when the program ends in another way than it should. */
export function wallTime(program: Program, { output }: Files): number {
  const start = process.hrtime.bigint();
  runOnce(program, output);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const timeCommand = '/usr/bin/time';
const peakModule = new URL('../bench/print-peak.mjs', import.meta.url).href;

/**
 * Peak resident memory of one run in kilobytes: by `time` where it is installed, else as Node says itself; undefined
 * when neither can tell.
 */
export function peakMemory(program: Program, { output, memory }: Files): number | undefined {
  if (existsSync(timeCommand)) {
    const args = ['-f', '%M', '-o', memory, program.command, ...program.args];
    runOnce({ ...program, command: timeCommand, args }, output);
  } else if (program.command === process.execPath) {
    const args = ['--import', peakModule, ...program.args];
    runOnce({ ...program, args, env: { ...program.env, MESHCTL_BENCH_PEAK: memory } }, output);
  } else return undefined;
  return Number(readFileSync(memory, 'utf8').trim().split('\n').at(-1));
}

function runOnce({ command, args, env = {}, exits = [0] }: Program, output: string): void {
  const out = openSync(output, 'w');
  const err = openSync(`${output}.err`, 'w');
  const stdio = ['ignore' as const, out, err];
  const { status, error } = spawnSync(command, args, { stdio, env: { ...process.env, ...env } });
  closeSync(out);
  closeSync(err);
  if (error !== undefined) throw error;
  if (status !== null && exits.includes(status)) return;
  const said = readFileSync(`${output}.err`, 'utf8').slice(0, 2000);
  throw new Error(`${[command, ...args].join(' ')} left with ${String(status)}:\n${said}`);
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
}
