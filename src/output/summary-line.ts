import { printable } from './printable.ts';
import type { Summary } from './report.ts';

/**
 * One sentence for people: `3 errors, 1 warning in 2 files (14 resources checked, 3 skipped: 2 Deployment,
 * 1 ConfigMap)`. Kinds come from the user's files and are made safe to print.
 */
export function summaryLine(summary: Summary): string {
  return `${countFindings(summary)} in ${count(summary.files, 'file')} (${remarks(summary).join(', ')})`;
}

/** `3 errors, 1 warning`, or `no findings`. */
export function countFindings({ errors, warnings, infos }: Summary): string {
  const counts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    infos > 0 ? count(infos, 'info') : '',
  ].filter((text) => text !== '');
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function remarks({ resources, skipped, suppressed, baselined, durationMs }: Summary): string[] {
  return [
    `${count(resources, 'resource')} checked`,
    ...skippedKinds(skipped),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} in the baseline`] : []),
    ...(durationMs === undefined ? [] : [`${(durationMs / 1000).toFixed(2)} s`]),
  ];
}

const mostKinds = 5;

function skippedKinds(skipped: Summary['skipped']): string[] {
  const kinds = Object.entries(skipped).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (kinds.length === 0) return [];
  const total = kinds.reduce((sum, [, number]) => sum + number, 0);
  const named = kinds.slice(0, mostKinds).map(([kind, number]) => `${number} ${printable(kind)}`);
  const rest = kinds.length - named.length;
  if (rest > 0) named.push(`and ${count(rest, 'more kind')}`);
  return [`${total} skipped: ${named.join(', ')}`];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
