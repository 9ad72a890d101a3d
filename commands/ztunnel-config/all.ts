import { Option } from 'commander';
import { table, type Column } from '../../src/output/index.ts';
import {
  certificateRows,
  connectionRows,
  selectPolicies,
  serviceRows,
  workloadRows,
  type ZtunnelDump,
} from '../../src/ztunnel/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { momentOption } from '../moment-option.ts';
import { printData } from '../print-data.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { tables } from './tables.ts';

interface AllOptions extends DumpOptions {
  readonly now?: Date;
  readonly withHeaders?: boolean;
}

/** `meshctl ztunnel-config all`. */
export function allCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl ztunnel-config all --admin http://127.0.0.1:15000', 'See all that a ztunnel knows')
    .example('meshctl ztunnel-config all -f dump.json --with-headers', 'Put a title above each table')
    .example('meshctl ztunnel-config all -f dump.json.gz -o json', 'Unpack a dump')
    .optionsGroup('Judgement:')
    .addOption(momentOption('the moment to judge certificates by, such as 2027-01-31'))
    .optionsGroup('Output:')
    .addOption(new Option('--with-headers', 'put a title above each table'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: AllOptions) => {
    const dump = await readDump(io, pod, options);
    const { output } = options;
    if (output === 'json' || output === 'yaml') await printData(io, output, dump.raw);
    else io.out(allTables(dump, options, (columns, rows) => table(columns, rows, widthOf(io, output))));
    return 0;
  });
}

const widthOf = ({ columns }: CommandIo, output: string): { readonly width?: number } =>
  output === 'table' && columns !== undefined ? { width: columns } : {};

type Print = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => string;

function allTables(dump: ZtunnelDump, { now = new Date(), withHeaders }: AllOptions, print: Print): string {
  const parts = [
    ['WORKLOAD INFO', print(tables.workloads(), workloadRows(dump))],
    ['SERVICE INFO', print(tables.services(false), serviceRows(dump))],
    ['POLICY INFO', print(tables.policies(), selectPolicies(dump))],
    ['SECRET INFO', print(tables.certificates(false), certificateRows(dump, now))],
    ['CONNECTIONS INFO', print(tables.connections(), connectionRows(dump))],
  ] as const;
  return parts
    .map(([title, text]) => (withHeaders === true ? `------ ${title} ------\n\n${text}` : text))
    .join('\n');
}
