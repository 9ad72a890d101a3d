import type { Finding } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';

/** The findings of each file; files and findings keep their order. */
export const byFile = (findings: readonly Finding[]): Map<string, Finding[]> =>
  groupBy(findings, ({ file }) => file);
