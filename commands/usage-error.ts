import { MeshctlError } from '../src/errors.ts';

/** A wrong command line. Shown with the one-line usage of the command at hand, never with its whole help. */
export class UsageError extends MeshctlError {
  readonly usage: string | undefined;

  constructor(message: string, details: { readonly hint: string; readonly usage?: string }) {
    super('usage', message, { hint: details.hint });
    this.usage = details.usage;
  }
}
