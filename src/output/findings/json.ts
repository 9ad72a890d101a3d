import { toJson } from '../envelope.ts';
import type { FindingReport } from '../report.ts';
import { findingList } from './finding-list.ts';

/** The `FindingList` document as JSON. */
export function formatJson(report: FindingReport): string {
  return toJson('FindingList', findingList(report));
}
