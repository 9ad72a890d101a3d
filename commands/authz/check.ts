import { Option } from 'commander';
import type { Column } from '../../src/output/index.ts';
import { summarizePolicies, type PolicyRow } from '../../src/proxy/authz/index.ts';
import { readDump } from '../../src/proxy/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';

interface CheckOptions {
  readonly file: string;
  readonly output: 'table' | 'wide' | 'short' | 'json' | 'yaml';
}

/** `meshctl authz check`. */
export function checkCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description(
      'Lists the authorization policies that a proxy enforces, from the RBAC filters of its listeners. _anonymous_match_nothing_ is a filter without rules: with ALLOW, it lets nothing through.',
    )
    .example('meshctl authz check -f dump.json', 'See the policies that a proxy has got')
    .example('meshctl authz check -f dump.json -o wide', 'See which listeners have them')
    .example('meshctl authz check -f dump.json.gz -o json', 'Hand them to a script')
    .optionsGroup('Source:')
    .addOption(
      new Option(
        '-f, --file <file>',
        'the config_dump of a proxy, also .gz; - for stdin',
      ).makeOptionMandatory(),
    )
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'wide', 'short', 'json', 'yaml']))
    .handler(async ({ file, output }: CheckOptions) => {
      const { bytes, name } = await readDumpFile(io, file);
      const { listeners, rows } = summarizePolicies(readDump(bytes, { name }));
      if (output === 'json' || output === 'yaml') {
        await printDocument(io, output, 'ProxyPolicyList', { policies: rows });
      } else if (listeners > 0) {
        printTable(io, output, output === 'wide' ? [...columns, ...wideColumns] : columns, rows);
      }
      if (listeners === 0) io.note(`note: ${name} has no listener that came from a control plane`);
      return 0;
    });
}

const columns: readonly Column<PolicyRow>[] = [
  { header: 'action', cell: ({ action }) => action },
  { header: 'AuthorizationPolicy', cell: ({ policy }) => policy },
  { header: 'rules', cell: ({ rules }) => String(rules.length) },
];

const wideColumns: readonly Column<PolicyRow>[] = [
  { header: 'rule numbers', cell: ({ rules }) => rules.join(',') },
  { header: 'listeners', cell: ({ listeners }) => listeners.join(',') },
];
