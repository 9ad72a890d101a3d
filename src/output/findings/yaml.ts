import { stringify } from 'yaml';
import { apiVersion } from '../envelope.ts';
import type { FindingReport } from '../report.ts';
import { findingList } from './finding-list.ts';

/**
 * The `FindingList` document as YAML. Values keep to one line each and are quoted where YAML 1.1 would read them as
 * something else, so that every reader gets what the JSON form says.
 */
export function formatYaml(report: FindingReport): string {
  return stringify(
    { apiVersion, kind: 'FindingList', ...findingList(report) },
    { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
}
