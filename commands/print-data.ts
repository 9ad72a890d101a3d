import { jsonText } from '../src/output/index.ts';
import type { Io } from './io.ts';

/** Prints data that has a form of its own, without the apiVersion and kind of meshctl's documents. */
export async function printData(io: Pick<Io, 'out'>, format: 'json' | 'yaml', data: object): Promise<void> {
  if (format === 'json') io.out(jsonText(data));
  else io.out((await import('./yaml-text.ts')).yamlText(data));
}
