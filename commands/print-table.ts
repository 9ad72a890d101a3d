import { table, type Column } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';

/** Prints a table: `short` as it is for programs, otherwise no wider than the terminal. */
export function printTable<Row>(
  io: Pick<CommandIo, 'out' | 'columns'>,
  format: 'table' | 'wide' | 'short',
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): void {
  const fits = format === 'table' && io.columns !== undefined;
  io.out(table(columns, rows, fits ? { width: io.columns } : {}));
}
