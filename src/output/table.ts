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
  const texts = columns.map((column) => textsOf(column, rows, headers));
  const widths = fit(
    texts.map(({ width: widest }) => widest),
    width,
  );
  const blocks = [headers ? lineOf(texts, widths, ({ title }) => title) : ''];
  for (let start = 0; start < rows.length; start += blockLength) {
    const block = rows.slice(start, start + blockLength);
    blocks.push(
      block.map((row, i) => lineOf(texts, widths, ({ cells }) => cells[start + i] ?? '', row)).join(''),
    );
  }
  return blocks.join('');
}

/** Lines are put together in blocks, so that not all of a hundred thousand are there beside the whole text. */
const blockLength = 1000;

/** What stands in a column. */
interface Texts<Row> {
  readonly column: Column<Row>;
  readonly title: string;
  readonly cells: readonly string[];
  /** Of the widest of them. */
  readonly width: number;
  /** Whether each character takes one cell of the terminal. */
  readonly isPlain: boolean;
}

/** One line of ASCII that steers nothing, as nearly all are: there may be a hundred thousand. */
const plain = /^(?! *::)[ -"$-~]*$/;

function textsOf<Row>(column: Column<Row>, rows: readonly Row[], headers: boolean): Texts<Row> {
  const { header, cell } = column;
  const title = /[a-z][A-Z]/.test(header) ? header : header.toUpperCase();
  let width = headers ? displayWidth(title) : 0;
  let isPlain = plain.test(title);
  const cells = rows.map((row) => {
    const text = cell(row);
    const isSimple = plain.test(text);
    const shown = isSimple ? text : printable(text);
    width = Math.max(width, isSimple ? text.length : displayWidth(shown));
    isPlain &&= isSimple;
    return shown;
  });
  return { column, title, cells, width, isPlain };
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

/** Titles are not painted: they come without a row. Blanks are not either, so that those at the end can be dropped. */
function lineOf<Row>(
  columns: readonly Texts<Row>[],
  widths: readonly number[],
  textOf: (texts: Texts<Row>) => string,
  row?: Row,
): string {
  const cells = columns.map((texts, index) => laid(texts, textOf(texts), widths[index] ?? 0, row));
  return `${cells.join(gap).trimEnd()}\n`;
}

function laid<Row>({ column, isPlain }: Texts<Row>, whole: string, width: number, row?: Row): string {
  const { align, style } = column;
  const text = isPlain && whole.length <= width ? whole : cutToWidth(whole, width);
  const blanks = ' '.repeat(Math.max(0, width - (isPlain ? text.length : displayWidth(text))));
  const painted = style === undefined || row === undefined || text === '' ? text : style(text, row);
  return align === 'right' ? blanks + painted : painted + blanks;
}
