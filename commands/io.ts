import { isatty } from 'node:tty';
import { exitCodeOf } from './exit-codes.ts';

/** Everything the CLI gets from outside. Nothing below `bin/` touches `process`. */
export interface Io {
  readonly stdin: () => NodeJS.ReadableStream;
  /** Writes to standard output: the one document that was asked for. */
  readonly out: (text: string) => void;
  /** Writes to standard error: errors, warnings, progress, summaries. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly tty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  /** Width of the terminal on standard output; undefined when it is none. */
  readonly columns: number | undefined;
  /**
   * From the first call on, Ctrl-C aborts the returned signal instead of ending the process, and a second Ctrl-C ends
   * it. For commands that wait: those that only compute should leave it, so that Ctrl-C stops them at once.
   */
  readonly interrupt: () => AbortSignal;
  /** Makes the stacks of errors name source files in place of bundles, in what is loaded from then on. */
  readonly mapStacks: () => void;
  /** The command line that starts this very program: for commands that run others. */
  readonly self: readonly string[];
  readonly runtime: { readonly node: string; readonly platform: string; readonly arch: string };
}

/** The outside of a real process. A closed pipe (`meshctl ... | head`) ends output quietly. */
export function processIo(process: NodeJS.Process): Io {
  return {
    stdin: () => process.stdin,
    out: writer(
      () => process.stdout,
      (error) => {
        failToPrint(process, error);
      },
    ),
    err: writer(
      () => process.stderr,
      () => {
        leaveWith(process, exitCodeOf.environment);
      },
    ),
    env: process.env,
    cwd: workingFolder(process),
    tty: { stdin: isatty(0), stdout: isatty(1), stderr: isatty(2) },
    columns: isatty(1) ? process.stdout.columns : undefined,
    interrupt: interrupter(process),
    mapStacks: () => {
      process.setSourceMapsEnabled(true);
    },
    self: [process.execPath, process.argv[1] ?? ''],
    runtime: { node: process.versions.node, platform: process.platform, arch: process.arch },
  };
}

/** Where the shell says it is when the folder has been deleted: nothing is found there, which is the message to get. */
function workingFolder(process: NodeJS.Process): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '/';
  }
}

/** Opens the stream at the first write: creating it costs a millisecond that a silent stream need not pay. */
function writer(
  open: () => NodeJS.WriteStream,
  fail: (error: NodeJS.ErrnoException) => void,
): (text: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  let closed = false;
  return (text) => {
    if (!stream) {
      stream = open();
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE' && !closed) fail(error);
        closed = true;
      });
    }
    if (!closed) stream.write(text);
  };
}

/** A full disk, for one: what is on it now is no answer, whatever exit code the command has. */
function failToPrint(process: NodeJS.Process, { message }: Error): void {
  process.stderr.write(`error: cannot write to standard output\n  cause: ${message}\n`);
  leaveWith(process, exitCodeOf.environment);
}

function leaveWith(process: NodeJS.Process, code: number): void {
  process.on('exit', () => {
    process.exitCode = code;
  });
}

function interrupter(process: NodeJS.Process): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller) return controller.signal;
    const created = (controller = new AbortController());
    process.once('SIGINT', () => {
      created.abort();
    });
    return created.signal;
  };
}
