import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';

const emptyKey = errorRule({
  slug: 'selector/empty-key',
  summary: 'The label keys of a selector are not empty.',
  message: () => 'a label key of the selector is empty',
});

const wildcard = errorRule({
  slug: 'selector/wildcard',
  summary: 'A selector names labels exactly, without `*`.',
  message: ({ key, value }: { key: string; value: string }) =>
    `the selector matches labels exactly: ${JSON.stringify(`${key}=${value}`)} cannot hold \`*\``,
});

const withoutLabels = warningRule({
  slug: 'selector/without-labels',
  summary: 'A selector that is given names at least one label.',
  message: () => 'the selector names no label, so it selects every workload',
  hint: 'Leave the selector out if that is meant; else name the labels.',
});

export const selectorRules: readonly RuleInfo[] = [emptyKey, wildcard, withoutLabels];

type Labels = Readonly<Record<string, string | undefined>>;

/**
 * Checks a selector that is given: `labels` of networking kinds or `matchLabels` of policies. `path` is that of the
 * selector.
 */
export function checkSelector(
  selector: { readonly labels?: Labels; readonly matchLabels?: Labels },
  path: Path,
  report: Report,
): void {
  const field = selector.matchLabels === undefined ? 'labels' : 'matchLabels';
  const entries = Object.entries(selector[field] ?? {});
  if (entries.length === 0) report(withoutLabels, path, {});
  for (const [key, value = ''] of entries) {
    if (key === '') report(emptyKey, [...path, field], {});
    if (key.includes('*') || value.includes('*')) report(wildcard, [...path, field, key], { key, value });
  }
}
