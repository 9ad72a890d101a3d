import type { Body } from '../src/output/index.ts';
import type { Io } from './io.ts';

/**
 * Writes a document of meshctl to standard output, as JSON (two spaces) or YAML: apiVersion and `kind`, so that
 * programs can rely on its form, then `body` in the order of its keys.
 */
export async function printDocument(
  io: Pick<Io, 'out'>,
  format: 'json' | 'yaml',
  kind: string,
  body: Body,
): Promise<void> {
  const { apiVersion, toJson } = await import('../src/output/index.ts');
  if (format === 'json') io.out(toJson(kind, body));
  else io.out((await import('./yaml-text.ts')).yamlText({ apiVersion, kind, ...body }));
}
