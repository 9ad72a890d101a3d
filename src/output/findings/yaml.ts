import { Document, visit } from 'yaml';
import { apiVersion } from '../envelope.ts';
import { escapeLines, printable } from '../printable.ts';
import type { FindingReport } from '../report.ts';
import { findingList } from './finding-list.ts';

/**
 * The `FindingList` document as YAML. Values keep to one line each and are quoted where YAML 1.1 would read them as
 * something else, so that every reader gets what the JSON form says.
 */
export function formatYaml(report: FindingReport): string {
  const document = new Document(
    { apiVersion, kind: 'FindingList', ...findingList(report) },
    { aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
  visit(document, {
    Scalar(_, scalar) {
      // Only double quotes know escapes, which `escapeLines` then puts in.
      const { value } = scalar;
      if (typeof value === 'string' && printable(value) !== value) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return escapeLines(document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity }));
}
