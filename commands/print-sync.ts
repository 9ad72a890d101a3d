import { MeshctlError } from '../src/errors.ts';
import { paint } from '../src/output/index.ts';
import { readDump, type ProxyDump } from '../src/proxy/index.ts';
import { compareSync, formatSync, type SyncComparison } from '../src/proxy/status/index.ts';
import type { CommandIo } from './command-io.ts';
import { readDumpFile } from './dump-file.ts';
import { printDocument } from './print-document.ts';

/** The two sides of a comparison: what a proxy runs, and what its control plane says it should. */
export interface SyncSources {
  readonly file?: string;
  readonly controlPlane?: string;
  readonly output: 'table' | 'wide' | 'short' | 'json' | 'yaml';
}

/** Prints how the dump of a proxy differs from what its control plane says. */
export async function printSync(io: CommandIo, { file, controlPlane, output }: SyncSources): Promise<void> {
  if (file === undefined || controlPlane === undefined) {
    throw new MeshctlError('usage', '--file and --control-plane belong together', {
      hint: 'give the dump of a proxy and what istiod answers at /debug/config_dump?proxyID=POD.NAMESPACE',
    });
  }
  const comparison = compareSync(await dumpOf(io, controlPlane), await dumpOf(io, file));
  if (output === 'json' || output === 'yaml') await printDocument(io, output, 'ProxySync', body(comparison));
  else io.out(formatSync(comparison, paint(io.colors.out && output !== 'short')));
}

async function dumpOf(io: CommandIo, file: string): Promise<ProxyDump> {
  const { bytes, name } = await readDumpFile(io, file);
  return readDump(bytes, { name });
}

const body = ({ sections, rejected }: SyncComparison) => ({
  inSync: sections.every(({ inSync }) => inSync),
  sections: sections.map(({ kind, inSync, lastUpdated, diff }) => ({
    kind,
    inSync,
    lastUpdated,
    missing: diff.removed.map(({ name }) => name),
    extra: diff.added.map(({ name }) => name),
    changed: diff.changed.map(({ name, changes }) => ({ name, changes })),
  })),
  rejected,
});
