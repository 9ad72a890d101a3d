import { MeshctlError } from '../../src/errors.ts';
import type { MeshRevisions, RevisionReport } from '../../src/revision/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { describedRevision } from './described-revision.ts';
import { addRevisionOptions, readRevisions, type RevisionOptions } from './read-revisions.ts';

/** `meshctl revision describe`. */
export function describeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Shows a control plane in full: its istiods, tags, webhooks and what they call, and the namespaces, pods, gateways and waypoints that follow it; without a name, every one. A tag stands for its control plane. Nothing is changed.',
    )
    .argument('[revision]', 'a revision or a tag; default is the control plane without a name')
    .example('meshctl revision describe 1-31-1', 'See who follows a control plane')
    .example('meshctl revision describe prod', 'See the control plane behind a tag')
    .example('meshctl revision describe canary --from saved/', 'See it in saved objects');
  addRevisionOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler(async (name: string | undefined, options: RevisionOptions) => {
    const mesh = await readRevisions(io, options);
    const chosen = name === undefined ? mesh.revisions : [revisionNamed(name, mesh)];
    const { output } = options;
    if (output !== 'table') await printDocument(io, output, 'RevisionDescription', { revisions: chosen });
    else io.out(chosen.map((revision) => describedRevision(revision, mesh)).join('\n'));
    return mesh.missing.length > 0 ? exitCodeOf.environment : 0;
  });
}

function revisionNamed(name: string, { revisions, tags }: MeshRevisions): RevisionReport {
  const tag = tags.find((one) => one.name === name);
  const found =
    revisions.find((one) => one.name === name) ?? revisions.find((one) => one.name === tag?.revision);
  if (found !== undefined) return found;
  const names = revisions.map((one) => one.name).join(', ');
  throw new MeshctlError('input', `there is no revision or tag ${name}`, {
    hint: names === '' ? 'there is no control plane here' : `known are ${names}`,
  });
}
