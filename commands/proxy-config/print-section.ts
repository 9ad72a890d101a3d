import type { Column } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printData } from '../print-data.ts';
import { printTable } from '../print-table.ts';
import type { ProxyOutput } from './source-options.ts';

/** A section of a dump in both its forms; only the one that is asked for is made. */
export interface Section<Row> {
  readonly columns: (format: TableFormat) => readonly Column<Row>[];
  readonly rows: (all: boolean) => readonly Row[];
  readonly data: () => object;
}

/** What the columns of a table depend on. */
export interface TableFormat {
  readonly wide: boolean;
  readonly colors: boolean;
}

/** Prints a section of a dump as the output option says; `wide` shows what Envoy does not use, too. */
export async function printSection<Row>(
  io: CommandIo,
  output: ProxyOutput,
  { columns, rows, data }: Section<Row>,
): Promise<void> {
  if (output === 'json' || output === 'yaml') return printData(io, output, data());
  const wide = output === 'wide';
  printTable(io, output, columns({ wide, colors: output !== 'short' && io.colors.out }), rows(wide));
}
