import { printable } from '../output/index.ts';

/** A line, or a line with what belongs to it below. */
export type Outline = string | readonly Outline[];

/** Lines, each level two blanks further in. */
export const outlineText = (outlines: readonly Outline[], indent = ''): string =>
  outlines
    .map((outline) => {
      if (typeof outline === 'string') return `${indent}${printable(outline)}\n`;
      const [line, ...below] = outline;
      return outlineText(line === undefined ? [] : [line], indent) + outlineText(below, `${indent}  `);
    })
    .join('');

/** A line with something below, or nothing at all. */
export const section = (line: string, below: readonly Outline[]): readonly Outline[] =>
  below.length === 0 ? [] : [[line, ...below]];
