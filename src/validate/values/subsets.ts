import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isDnsLabel } from './hosts.ts';

const empty = errorRule({
  slug: 'subset/name-empty',
  summary: 'A subset has a name.',
  message: () => 'the subset has no name',
});

const invalid = errorRule({
  slug: 'subset/name-invalid',
  summary: 'The name of a subset is a DNS label.',
  message: ({ subset }: { subset: string }) => `subset name ${JSON.stringify(subset)} is not a DNS label`,
  hint: 'At most 63 letters, digits and inner hyphens.',
});

export const subsetRules: readonly RuleInfo[] = [empty, invalid];

/** Reports the name of a subset that is empty or no DNS label. */
export function checkSubsetName(subset: string, path: Path, report: Report): void {
  if (subset === '') report(empty, path, {});
  else if (!isDnsLabel(subset)) report(invalid, path, { subset });
}
