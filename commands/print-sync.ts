import { paint } from '../src/output/index.ts';
import { compareSync, formatSync, type SyncComparison } from '../src/proxy/status/index.ts';
import type { CommandIo } from './command-io.ts';
import { printDocument } from './print-document.ts';
import { syncSides, type SyncOptions } from './sync-sides.ts';

interface Printed extends SyncOptions {
  readonly output: 'table' | 'wide' | 'short' | 'json' | 'yaml';
}

/** Prints how what a proxy runs differs from what its control plane says. */
export async function printSync(io: CommandIo, name: string | undefined, options: Printed): Promise<void> {
  const { output } = options;
  const { expected, running } = await syncSides(io, name, options);
  const comparison = compareSync(expected, running);
  if (output === 'json' || output === 'yaml') await printDocument(io, output, 'ProxySync', body(comparison));
  else io.out(formatSync(comparison, paint(io.colors.out && output !== 'short')));
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
