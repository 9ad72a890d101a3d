import type { Example } from './command.ts';

/** A term and what is said about it. */
export type Row = readonly [term: string, text: string];

const termWidth = 26;

/** Width of help texts: the terminal's, within what is comfortable to read. */
export function helpWidth(columns: number | undefined): number {
  return Math.min(Math.max(columns ?? 80, 60), 100);
}

/** A titled two-column list; texts are wrapped, a term too long for its column stands on a line of its own. */
export function section(title: string, rows: readonly Row[], width: number): string {
  const longest = Math.min(termWidth, Math.max(...rows.map(([term]) => term.length)));
  return `${title}\n${rows.map((row) => item(row, longest, width)).join('')}`;
}

export function exampleSection(examples: readonly Example[]): string {
  return `Examples:\n${examples.map(({ line, purpose }) => `  # ${purpose}\n  ${line}\n`).join('')}`;
}

/** Breaks a text at spaces so that no line is longer than `width`, if the words allow. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function item([term, text]: Row, longest: number, width: number): string {
  const indent = ' '.repeat(longest + 4);
  const body = wrap(text, width - indent.length).join(`\n${indent}`);
  const head = term.length > longest ? `  ${term}\n${indent}` : `  ${term.padEnd(longest)}  `;
  return `${head}${body}`.trimEnd() + '\n';
}
