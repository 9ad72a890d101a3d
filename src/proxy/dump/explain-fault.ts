import { MeshctlError } from '../../errors.ts';
import { JsonFault } from './json-fault.ts';

/** A text in messages. */
export interface NamedText {
  readonly name: string;
  /** Where a byte of it stood in what the user gave, when that was cut down. */
  readonly placeOf?: ((offset: number) => number) | undefined;
}

/** Runs `read`; faults of the JSON become errors that name the dump. */
export function explainFault<T>({ name, placeOf }: NamedText, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new MeshctlError('input', `${name} is not the JSON of a dump`, {
      reason: `byte ${placeOf?.(error.offset) ?? error.offset}: ${error.message}`,
      hint: 'save the dump again: it may have been cut off',
      cause: error,
    });
  }
}
