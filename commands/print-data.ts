import { MeshctlError } from '../src/errors.ts';
import { jsonText } from '../src/output/index.ts';
import type { Io } from './io.ts';

/**
 * Prints data that has a form of its own, without the apiVersion and kind of meshctl's documents. Throws `MeshctlError`
 * for data that are nested beyond what can be written.
 */
export async function printData(io: Pick<Io, 'out'>, format: 'json' | 'yaml', data: object): Promise<void> {
  const write = format === 'json' ? jsonText : (await import('./yaml-text.ts')).yamlText;
  io.out(written(write, data));
}

function written(write: (data: object) => string, data: object): string {
  try {
    return write(data);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new MeshctlError('input', 'the data are nested too deeply to be printed', {
      reason: cause.message,
      hint: 'print a table, or fewer objects',
      cause,
    });
  }
}
