import { certificateRows, shown, type CertificateRow } from '../../src/ztunnel/index.ts';
import { printable } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { momentOption } from '../moment-option.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { printSection } from './print-section.ts';
import { tables } from './tables.ts';

interface CertificateOptions extends DumpOptions {
  readonly now?: Date;
}

/** `meshctl ztunnel-config certificate`. */
export function certificateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example(
      'meshctl ztunnel-config certificate --node worker-1',
      'See the certificates that the ztunnel of a node holds',
    )
    .example(
      'meshctl ztunnel-config certificate -f dump.json --now 2027-01-31',
      'See which are valid at a moment',
    )
    .example('meshctl ztunnel-config certificate -f dump.json -o yaml', 'See them whole, PEM included')
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to judge validity by, such as 2027-01-31'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: CertificateOptions) => {
    const dump = await readDump(io, pod, options, { ofOneNode: true });
    const rows = certificateRows(dump, options.now ?? new Date());
    await printSection(io, options.output, {
      columns: tables.certificates,
      rows: () => rows,
      data: () => shown('certificates', dump.certificates),
    });
    if (options.output === 'table') noteReasons(io, rows);
    return 0;
  });
}

function noteReasons(io: CommandIo, rows: readonly CertificateRow[]): void {
  for (const { identity, status, reason } of rows)
    if (reason !== undefined)
      io.note(`note: ${printable(`${identity} is ${status.toLowerCase()}: ${reason}`)}`);
}
