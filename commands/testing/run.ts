import { Readable } from 'node:stream';
import type { Entry } from '../entry.ts';
import type { Io } from '../io.ts';
import { main } from '../main.ts';

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings extends Partial<Omit<Io, 'stdin' | 'out' | 'err'>> {
  readonly stdin?: string;
  /** Commands to run instead of meshctl's own. */
  readonly table?: readonly Entry[];
}

/** An outside without terminal, environment and settings files, that nothing comes in from and nothing goes out to. */
export const bareIo: Io = {
  stdin: () => Readable.from([]),
  out: () => undefined,
  err: () => undefined,
  env: {},
  cwd: '/',
  tty: { stdin: false, stdout: false, stderr: false },
  columns: undefined,
  interrupt: () => new AbortController().signal,
  mapStacks: () => undefined,
  self: ['node', 'meshctl.js'],
  runtime: { node: '20.20.2', platform: 'linux', arch: 'x64' },
};

/** Runs a command line in process, in `bareIo` but for what `surroundings` say, and collects what it prints. */
export async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
  const { stdin = '', table, ...outside } = surroundings;
  const said = { out: '', err: '' };
  const io: Io = {
    ...bareIo,
    ...outside,
    stdin: () => Readable.from([stdin]),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  };
  return { code: await main(argv, io, table), ...said };
}
