import { Document, visit } from 'yaml';
import { escapeLines, printable } from '../src/output/index.ts';

/**
 * A value as YAML that readers of YAML 1.1 and 1.2 take alike, one line per scalar, but for texts of several lines. What
 * would steer a terminal is written as an escape: the value is the same. A module of its own so that only what prints YAML
 * loads the library.
 */
export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  visit(document, {
    Scalar(_, scalar) {
      // Only double quotes know escapes, which `escapeLines` then puts in.
      if (typeof scalar.value === 'string' && steers(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return escapeLines(document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity }));
}

function steers(text: string): boolean {
  return text.split('\n').some((line) => printable(line) !== line);
}
