import { Readable } from 'node:stream';
import type { Io } from '../io.ts';
import { main } from '../main.ts';

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings extends Partial<Omit<Io, 'stdin' | 'out' | 'err'>> {
  readonly stdin?: string;
}

/** Runs a command line in process, by default without terminal, environment or settings files, and collects what it says. */
export async function run(
  argv: readonly string[],
  { stdin = '', ...outside }: Surroundings = {},
): Promise<Result> {
  const said = { out: '', err: '' };
  const code = await main(argv, {
    stdin: () => Readable.from([stdin]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: {},
    cwd: '/',
    tty: { stdin: false, stdout: false, stderr: false },
    columns: undefined,
    now: () => new Date(0),
    interrupt: () => new AbortController().signal,
    runtime: { node: '20.20.2', platform: 'linux', arch: 'x64' },
    ...outside,
  });
  return { code, ...said };
}
