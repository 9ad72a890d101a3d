import { resolveColors, type ColorChoice } from './colors.ts';
import type { Io } from './io.ts';

/** The values of the global flags that shape what a command prints; set once they are known. */
export interface Voice {
  color: ColorChoice;
  /** -1 is quiet, 1 and more verbose. */
  verbosity: number;
}

/** What a command gets: the outside, and what the global flags say about talking to it. */
export interface CommandIo extends Io {
  /** Whether text on a stream may be coloured; hand it to `paint` of `src/output`. */
  readonly colors: { readonly out: boolean; readonly err: boolean };
  /** -1 with --quiet, 0 by default, 1 with -v, 2 with -vv. */
  readonly verbosity: number;
  /** A line on standard error that --quiet silences: summaries, next steps, progress. */
  readonly note: (line: string) => void;
  /** A line on standard error that only --verbose shows. */
  readonly detail: (line: string) => void;
}

/** Adds to `io` what `voice` says at the time of use: the flags are read after the command is built. */
export function commandIo(io: Io, voice: Voice): CommandIo {
  const say = (verbosity: number) => (line: string) => {
    if (voice.verbosity >= verbosity) io.err(`${line}\n`);
  };
  return {
    ...io,
    get colors() {
      return resolveColors(voice.color, io);
    },
    get verbosity() {
      return voice.verbosity;
    },
    note: say(0),
    detail: say(1),
  };
}
