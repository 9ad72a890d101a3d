import type { Json } from '../../src/resources/index.ts';
import type { Column } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import type { DumpOptions } from './dump-options.ts';

/** A section of a dump in both its forms; only the one that is asked for is made. */
export interface Section<Row> {
  readonly columns: (colors: boolean) => readonly Column<Row>[];
  readonly rows: () => readonly Row[];
  readonly data: () => readonly Json[];
}

/** Prints a section of a dump as the output option says. */
export async function printSection<Row>(
  io: CommandIo,
  output: DumpOptions['output'],
  { columns, rows, data }: Section<Row>,
): Promise<void> {
  if (output === 'json' || output === 'yaml') await printData(io, output, data());
  else printTable(io, output, columns(output === 'table' && io.colors.out), rows());
}
