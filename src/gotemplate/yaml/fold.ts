const bestWidth = 80;
const quotes = { plain: '', single: "'", double: '"' };

/** Where a text starts, and where its further lines do. */
export interface Place {
  readonly column: number;
  readonly margin: number;
}

/**
 * The lines of a text, given as its characters: at the first blank behind column 80 a new line starts. In double quotes a
 * blank at its start is escaped, in the others there is no break before two blanks.
 */
export function fold(
  units: readonly string[],
  { column, margin }: Place,
  style: keyof typeof quotes,
): string[] {
  const quote = quotes[style];
  const lines: string[] = [];
  let line = quote;
  let width = column + quote.length;
  let afterBlank = false;
  for (const [i, unit] of units.entries()) {
    const blankFollows = units[i + 1] === ' ';
    if (width > bestWidth && !afterBlank && unit === ' ' && canBreak(units, i, style)) {
      lines.push(line);
      line = style === 'double' && blankFollows ? '\\' : '';
      width = margin + line.length;
      afterBlank = style === 'double';
    } else {
      line += unit;
      width += unit.length;
      afterBlank = unit === ' ';
    }
  }
  return [...lines, line + quote];
}

function canBreak(units: readonly string[], i: number, style: keyof typeof quotes): boolean {
  if (style !== 'plain' && (i === 0 || i === units.length - 1)) return false;
  return style === 'double' || units[i + 1] !== ' ';
}
