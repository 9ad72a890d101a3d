import { cutToWidth, displayWidth } from './display-width.ts';
import { printable } from './printable.ts';

export interface Column<Row> {
  /** Printed in capitals, but for a name written like `AuthorizationPolicy`. */
  readonly header: string;
  readonly cell: (row: Row) => string;
  /** Numbers are easier to compare flush right. */
  readonly align?: 'right';
  /** Paints a cell that is laid out already. */
  readonly style?: (text: string, row: Row) => string;
}

export interface TableOptions {
  /** False for rows only (`--no-headers`). */
  readonly headers?: boolean;
  /** Width of the terminal: the widest columns give way until a row fits. Without it nothing is cut. */
  readonly width?: number;
}

/** A table without borders: headers in capitals, columns two blanks apart, no blanks at the end of a line. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { headers = true, width }: TableOptions = {},
): string {
  const titles = columns.map(({ header }) => (/[a-z][A-Z]/.test(header) ? header : header.toUpperCase()));
  const cells = rows.map((row) => columns.map(({ cell }) => printable(cell(row))));
  const widths = fit(
    columns.map((_, index) => widest([...(headers ? [titles] : []), ...cells], index)),
    width,
  );
  const head = headers
    ? [line(columns.map((column, i) => lay(titles[i] ?? '', widths[i] ?? 0, column)))]
    : [];
  const body = rows.map((row, r) =>
    line(columns.map((column, i) => paint(column, row, lay(cells[r]?.[i] ?? '', widths[i] ?? 0, column)))),
  );
  return [...head, ...body].map((text) => `${text}\n`).join('');
}

function widest(cells: readonly (readonly string[])[], index: number): number {
  return cells.reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 0);
}

const gap = '  ';
/** A column gives no more once it is this narrow: what is left would tell nothing. */
const narrowest = 8;

function fit(widths: readonly number[], room: number | undefined): number[] {
  const fitted = [...widths];
  let over = fitted.reduce((sum, width) => sum + width + gap.length, -gap.length) - (room ?? Infinity);
  while (over > 0) {
    const most = Math.max(...fitted);
    if (most <= narrowest) break;
    fitted[fitted.indexOf(most)] = most - 1;
    over -= 1;
  }
  return fitted;
}

interface Laid {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

function lay<Row>(cell: string, width: number, { align }: Column<Row>): Laid {
  const text = cutToWidth(cell, width);
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'right' ? { before: blanks, text, after: '' } : { before: '', text, after: blanks };
}

/** Blanks stay unpainted, so that those at the end of a line can be dropped. */
function paint<Row>({ style }: Column<Row>, row: Row, laid: Laid): Laid {
  return style === undefined || laid.text === '' ? laid : { ...laid, text: style(laid.text, row) };
}

function line(cells: readonly Laid[]): string {
  return cells
    .map(({ before, text, after }) => before + text + after)
    .join(gap)
    .trimEnd();
}
