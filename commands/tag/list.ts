import { connect } from '../../src/kube/index.ts';
import { readTagState, tagRows, type TagRow } from '../../src/revision/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';

interface ListOptions extends KubeOptions {
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl tag list`. */
export function listCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists tags with the control planes that they stand for and the namespaces labelled with them, and control planes that have no tag. Namespaces labelled istio-injection=enabled follow the tag default without naming it: `meshctl revision list` counts them.',
    )
    .example('meshctl tag list', 'See the tags of the cluster')
    .example('meshctl tag list -o json', 'Get them for a program')
    .example('meshctl tag list -i mesh-system', 'See those of control planes in another namespace');
  addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler(async (options: ListOptions) => {
    const client = await connect(connectOptions(io, options));
    const rows = tagRows(await readTagState({ client }, { namespace: options.istioNamespace }));
    const { output } = options;
    if (output !== 'table') await printDocument(io, output, 'TagList', { tags: rows });
    else if (rows.length === 0) io.note('There are no revisions and no tags in this cluster.');
    else printTable(io, output, columns, rows);
    return 0;
  });
}

const columns = [
  { header: 'TAG', cell: ({ tag }: TagRow) => tag },
  { header: 'REVISION', cell: ({ revision }: TagRow) => revision },
  { header: 'NAMESPACES', cell: ({ namespaces }: TagRow) => namespaces.join(',') },
];
