import type { Column } from '../../src/output/index.ts';
import { compareRoots, type TrustedRoot } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { addNamedPodOptions, type PodOptions } from '../pod-options.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import { diffSource } from './diff-source.ts';

interface CompareOptions extends PodOptions {
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** `meshctl proxy-config rootca-compare`. */
export function rootcaCompareCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Compares the root certificates (the secret ROOTCA) of two proxies. Exits with 0 when one is the same, so that their workloads can trust each other, with 1 when none is.',
    )
    .argument('<first>', 'a pod, as [type/]name[.namespace]; a saved dump; or the address of an admin port')
    .argument('<second>', 'the same')
    .example('meshctl proxy-config rootca-compare web-1.shop cart-1.shop', 'See why two pods cannot connect')
    .example('meshctl proxy-config rootca-compare east.json west.json', 'Compare saved dumps of two clusters')
    .example(
      'meshctl proxy-config rootca-compare -n shop deployment/web saved.json -o json',
      'Tell a script whether a root has changed',
    )
    .optionsGroup('Source:');
  return addNamedPodOptions(command, io, ['first', 'second'])
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']))
    .handler(async (first: string, second: string, options: CompareOptions) => {
      const sources = [await diffSource(io, first, options), await diffSource(io, second, options)] as const;
      const [one, other] = [await sources[0].read('secrets'), await sources[1].read('secrets')];
      const roots = compareRoots(one, other);
      const shared = roots.some(({ trustedBy }) => trustedBy === 'both');
      const { output } = options;
      if (output === 'json' || output === 'yaml') await printData(io, output, { shared, roots });
      else printTable(io, output, columns, roots);
      const names = `${sources[0].name} and ${sources[1].name}`;
      io.note(shared ? `${names} have a root in common` : `${names} have no root in common`);
      return shared ? 0 : 1;
    });
}

const columns: readonly Column<TrustedRoot>[] = [
  { header: 'trusted by', cell: ({ trustedBy }) => trustedBy },
  { header: 'serial number', cell: ({ serialNumber }) => serialNumber },
  { header: 'not after', cell: ({ notAfter }) => notAfter },
  { header: 'subject', cell: ({ subject }) => subject },
  { header: 'sha-256', cell: ({ fingerprint }) => fingerprint },
];
