import { Document, visit } from 'yaml';
import { escapeLines, printable } from '../src/output/index.ts';

/** A value as YAML, by the library: takes whatever has a form in JSON, and time. */
export function yamlDocument(value: unknown): string {
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
