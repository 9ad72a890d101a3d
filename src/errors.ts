/** What kind of thing went wrong; each maps to one exit code (`commands/main.ts`). */
export type ErrorCode =
  /** A wrong flag, argument or config value. */
  | 'usage'
  /** A file or stream that cannot be read or understood. */
  | 'input'
  /** A cluster, network or system that did not do its part. */
  | 'environment';

/** What an error says besides its message. */
export interface ErrorDetails {
  /** Why it happened, one line. */
  readonly reason?: string;
  /** What to do next, ideally a command to run. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** A failure the user can mend. Anything else that is thrown is a bug and keeps its stack. */
export class MeshctlError extends Error {
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'MeshctlError';
    this.code = code;
    this.reason = details.reason;
    this.hint = details.hint;
  }
}

/** What was thrown, in words. Of several failures, such as of all addresses of a host, the first stands for all. */
export function messageOf(thrown: unknown): string {
  const error = firstOf(thrown);
  return error instanceof Error ? error.message : String(error);
}

/** The code of an error of the system or of Node, such as `ECONNREFUSED`; empty for other errors. */
export function codeOf(thrown: unknown): string {
  const error = firstOf(thrown);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function firstOf(thrown: unknown): unknown {
  return thrown instanceof AggregateError && thrown.errors.length > 0 ? firstOf(thrown.errors[0]) : thrown;
}
