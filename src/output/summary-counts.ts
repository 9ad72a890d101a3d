import { compareText } from '../compare-text.ts';
import { printable } from './printable.ts';
import type { Summary } from './report.ts';

/** `3 errors, 1 warning in 2 files`, or `no findings in 2 files`. */
export function countFindings(summary: Summary): string {
  return `${countSeverities(summary) || 'no findings'} in ${count(summary.files, 'file')}`;
}

/** `3 errors, 1 warning`; empty for none at all. */
export function countSeverities({
  errors,
  warnings,
  infos,
}: Pick<Summary, 'errors' | 'warnings' | 'infos'>): string {
  return [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'info')]
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

/**
 * `14 resources checked, 2 suppressed, 4 rules undecided, 3 skipped: 2 Deployment, 1 ConfigMap`; kinds come from the
 * user's files.
 */
export function countChecked(summary: Summary): string {
  return [`${checkedResources(summary)} checked`, ...leftOut(summary)].join(', ');
}

/** The same with what belongs on no document: `14 resources checked by 60 rules, 2 suppressed`. */
export function countRun(summary: Summary): string {
  const { rulesRun } = summary;
  const rules = rulesRun === undefined ? '' : ` by ${count(rulesRun, 'rule')}`;
  return [`${checkedResources(summary)} checked${rules}`, ...leftOut(summary)].join(', ');
}

function checkedResources({ resources, skipped }: Summary): string {
  return count(resources - totalOf(skipped), 'resource');
}

function leftOut({ skipped, suppressed, baselined, undecided }: Summary): string[] {
  const rules = new Set(undecided.map(({ rule }) => rule)).size;
  return [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} known before`] : []),
    ...(rules > 0 ? [`${count(rules, 'rule')} undecided`] : []),
    ...skippedKinds(skipped),
  ];
}

const mostKinds = 5;

function skippedKinds(skipped: Summary['skipped']): string[] {
  const kinds = Object.entries(skipped).sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (kinds.length === 0) return [];
  const named = kinds.slice(0, mostKinds).map(([kind, number]) => `${number} ${printable(kind)}`);
  const rest = kinds.length - named.length;
  if (rest > 0) named.push(`and ${count(rest, 'more kind')}`);
  return [`${totalOf(skipped)} skipped: ${named.join(', ')}`];
}

function totalOf(skipped: Summary['skipped']): number {
  return Object.values(skipped).reduce((sum, number) => sum + number, 0);
}

/** `1 file`, `2 files`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
