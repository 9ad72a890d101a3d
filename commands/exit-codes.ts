import type { ErrorCode } from '../src/errors.ts';

/** What each exit code means, in every command and every output format. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'everything is fine',
  1: 'the answer is "no": findings at or above --fail-on, differences, a failed check',
  2: 'the command was wrong or its input unreadable: a flag, an argument, a setting, a file',
  3: 'the environment failed: no cluster, no permission, a time-out, a partial result, or a bug in meshctl',
  130: 'interrupted with Ctrl-C',
};

/** The exit code of each kind of failure. */
export const exitCodeOf: Readonly<Record<ErrorCode, number>> = { usage: 2, input: 2, environment: 3 };

/** A bug leaves with the code of a failed environment: neither an answer nor the user's fault. */
export const bugExitCode = 3;

export const interruptedExitCode = 130;
