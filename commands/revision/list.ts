import { Option } from 'commander';
import { revisionGraph, type MeshRevisions, type RevisionReport } from '../../src/revision/index.ts';
import { paint, printable } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { addRevisionOptions, readRevisions, type RevisionOptions } from './read-revisions.ts';

/** `meshctl revision list`. */
export function listCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists the control planes of a cluster: versions, whether their istiods are ready, tags, how many namespaces and pods follow each, and how many proxies are connected. Labels that name nothing, pods of control planes that are gone, and webhooks that nobody answers are told below. One list of each kind is read, and nothing is changed.',
    )
    .example('meshctl revision list', 'See the control planes of the cluster')
    .example('meshctl revision list --graph mermaid', 'Draw which namespaces follow which')
    .example('meshctl revision list --from saved/ -o json', 'Get the same of saved objects for a program');
  addRevisionOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .addOption(
      new Option('--graph <language>', 'a graph of namespaces, tags and control planes instead')
        .choices(['mermaid', 'dot'])
        .conflicts('output'),
    );
  return command.handler(async (options: RevisionOptions) => {
    const mesh = await readRevisions(io, options);
    await print(io, options, mesh);
    return mesh.missing.length > 0 ? exitCodeOf.environment : 0;
  });
}

async function print(io: CommandIo, { output, graph }: RevisionOptions, mesh: MeshRevisions): Promise<void> {
  if (graph !== undefined) {
    io.out(revisionGraph(mesh, graph));
    return;
  }
  if (output !== 'table') {
    await printDocument(io, output, 'RevisionList', { ...mesh });
    return;
  }
  if (mesh.revisions.length === 0) io.note('There is no control plane here.');
  else printTable(io, output, columnsOf(mesh), mesh.revisions);
  printProblems(io, mesh);
}

function printProblems(io: CommandIo, { problems }: MeshRevisions): void {
  if (problems.length === 0) return;
  const { warning } = paint(io.colors.out);
  io.out('\n');
  for (const { code, message } of problems) io.out(`${warning(code)}: ${printable(message)}\n`);
}

const columnsOf = ({ defaultRevision }: MeshRevisions) => [
  {
    header: 'REVISION',
    cell: ({ name }: RevisionReport) => (name === defaultRevision ? `${name} (default)` : name),
  },
  { header: 'TAGS', cell: ({ tags }: RevisionReport) => tags.join(',') || '-' },
  { header: 'VERSION', cell: ({ versions }: RevisionReport) => versions.join(',') || '-' },
  { header: 'READY', cell: readiness },
  { header: 'NAMESPACES', cell: ({ namespaces }: RevisionReport) => String(namespaces.length) },
  { header: 'PODS', cell: ({ pods }: RevisionReport) => podText(pods) },
  { header: 'PROXIES', cell: ({ proxies }: RevisionReport) => proxyText(proxies) },
  { header: 'GATEWAYS', cell: ({ gateways }: RevisionReport) => String(gateways.length) },
];

function readiness({ istiods }: RevisionReport): string {
  if (istiods.length === 0) return '-';
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  return `${sum(istiods.map(({ ready }) => ready))}/${sum(istiods.map(({ replicas }) => replicas))}`;
}

const podText = ({ total, leaving }: RevisionReport['pods']): string =>
  leaving === 0 ? String(total) : `${total} (${leaving} to restart)`;

const proxyText = (proxies: RevisionReport['proxies']): string =>
  proxies === undefined ? '-' : `${proxies.synced}/${proxies.connected} synced`;
