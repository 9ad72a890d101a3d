import type { Path } from '../../path.ts';
import { errorRule, type Report, type Rule, type RuleInfo } from '../rule.ts';
import { isDnsLabel } from './hosts.ts';

const invalidEntry = errorRule({
  slug: 'exportto/invalid',
  summary: 'An entry of `exportTo` is `.`, `*` or the name of a namespace.',
  message: ({ entry }: { entry: string }) => `${JSON.stringify(entry)} is not \`.\`, \`*\` or a namespace`,
});

const duplicate = errorRule({
  slug: 'exportto/duplicate',
  summary: 'Each namespace occurs once in `exportTo`; `.` is the own namespace.',
  message: ({ entry }: { entry: string }) =>
    `${JSON.stringify(entry)} names a namespace that is already listed`,
});

const publicAndOther = errorRule({
  slug: 'exportto/public-and-other',
  summary: 'Beside `*`, `exportTo` has no other entry.',
  message: () => '`*` exports to every namespace, so there can be no other entry',
});

const noneNotAllowed = errorRule({
  slug: 'exportto/none-not-allowed',
  summary: 'Only service entries are exported to `~`, to nobody.',
  message: () => '`~`, exporting to nobody, is for service entries only',
});

const noneAndOther = errorRule({
  slug: 'exportto/none-and-other',
  summary: 'Beside `~`, `exportTo` has no other entry.',
  message: () => '`~` exports to nobody, so there can be no other entry',
});

const selectorScope = errorRule({
  slug: 'exportto/selector-scope',
  summary: 'A destination rule with a workload selector is exported to its own namespace only.',
  message: () => 'a rule with a workload selector holds in its own namespace only',
  hint: 'Set `exportTo: ["."]` or leave it out.',
});

export const exportToRules: readonly RuleInfo[] = [
  invalidEntry,
  duplicate,
  publicAndOther,
  noneNotAllowed,
  noneAndOther,
  selectorScope,
];

interface ExportOptions {
  /** The namespace of the object: what `.` stands for. */
  readonly namespace: string;
  /** Whether `~` is allowed. */
  readonly none?: boolean;
  /** Whether the object may be exported to its own namespace only. */
  readonly ownOnly?: boolean;
}

/** Reports entries of `exportTo` that are malformed or contradict each other. */
export function checkExportTo(
  exportTo: readonly string[],
  options: ExportOptions,
  path: Path,
  report: Report,
): void {
  if (exportTo.length === 0) return;
  const { namespace, none = false, ownOnly = false } = options;
  const names = exportTo.map((entry) => (entry === '.' ? namespace : entry));
  checkEntries(exportTo, names, path, report);
  if (ownOnly && names.some((name) => name !== namespace)) report(selectorScope, path, {});
  checkAlone(exportTo, '*', publicAndOther, path, report);
  if (none) checkAlone(exportTo, '~', noneAndOther, path, report);
  else if (exportTo.includes('~')) report(noneNotAllowed, [...path, exportTo.indexOf('~')], {});
}

function checkEntries(
  exportTo: readonly string[],
  names: readonly string[],
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, entry] of exportTo.entries()) {
    const name = names[index] ?? entry;
    if (seen.has(name)) report(duplicate, [...path, index], { entry });
    else if (!isEntry(name)) report(invalidEntry, [...path, index], { entry });
    seen.add(name);
  }
}

const isEntry = (entry: string): boolean => entry === '*' || entry === '~' || isDnsLabel(entry);

function checkAlone(
  exportTo: readonly string[],
  entry: string,
  rule: Rule,
  path: Path,
  report: Report,
): void {
  const index = exportTo.indexOf(entry);
  if (index !== -1 && exportTo.length > 1) report(rule, [...path, index], {});
}
