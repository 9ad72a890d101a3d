import { resolveColors, type ColorChoice } from './colors.ts';
import type { Io } from './io.ts';
import type { ProjectSettings } from './settings/project-settings.ts';

/** What the global flags and the settings files say to every command; set once they are known. */
export interface Voice {
  color: ColorChoice;
  /** -1 is quiet, 1 and more verbose. */
  verbosity: number;
  project?: ProjectSettings;
}

/** What a command gets: the outside, and what the global flags say about talking to it. */
export interface CommandIo extends Io {
  /** Whether text on a stream may be coloured; hand it to `paint` of `src/output`. */
  readonly colors: { readonly out: boolean; readonly err: boolean };
  /** -1 with --quiet, 0 by default, 1 with -v, 2 with -vv. */
  readonly verbosity: number;
  /** What the settings file of the project says of findings; undefined without such a file. */
  readonly project: ProjectSettings | undefined;
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
    get project() {
      return voice.project;
    },
    note: say(0),
    detail: say(1),
  };
}
