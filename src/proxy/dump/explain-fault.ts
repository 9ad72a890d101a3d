import { MeshctlError } from '../../errors.ts';
import { JsonFault } from './json-fault.ts';

/** Runs `read`; faults of the JSON become errors that name the dump. */
export function explainFault<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new MeshctlError('input', `${name} is not the JSON of a dump`, {
      reason: `byte ${error.offset}: ${error.message}`,
      hint: 'save the dump again: it may have been cut off',
      cause: error,
    });
  }
}
