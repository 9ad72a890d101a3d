import type { Static } from 'typebox';
import type { Metrics } from '../../api/telemetry.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkProviders } from './providers.ts';

type MetricsEntry = Loose<Static<typeof Metrics>>;
type Override = NonNullable<MetricsEntry['overrides']>[number];
type TagOverride = NonNullable<Override['tagOverrides']>[string];

const metric = errorRule({
  slug: 'telemetry/metric',
  summary: 'An override that names a custom metric names it.',
  message: () => 'the name of the custom metric is empty',
});

const tagOverride = errorRule({
  slug: 'telemetry/tag-override',
  summary: 'A tag override that sets a tag has a value, one that removes it has none.',
  message: ({ operation }: { operation: 'UPSERT' | 'REMOVE' }) =>
    operation === 'UPSERT' ? 'setting a tag needs a `value`' : 'removing a tag takes no `value`',
});

const tagName = warningRule({
  slug: 'telemetry/tag-name',
  summary: 'A tag override names its tag.',
  message: () => 'the name of the tag is empty, so the override changes nothing',
});

export const metricsRules: readonly RuleInfo[] = [metric, tagOverride, tagName];

/** Checks an entry of `metrics`. */
export function checkMetrics({ providers, overrides = [] }: MetricsEntry, path: Path, report: Report): void {
  checkProviders(providers, [...path, 'providers'], report);
  for (const [index, { match, tagOverrides = {} }] of overrides.entries()) {
    const place = [...path, 'overrides', index];
    if (match?.customMetric === '') report(metric, [...place, 'match', 'customMetric'], {});
    for (const [tag, override] of Object.entries(tagOverrides))
      checkTagOverride(tag, override, [...place, 'tagOverrides', tag], report);
  }
}

function checkTagOverride(tag: string, override: TagOverride, path: Path, report: Report): void {
  if (tag === '') report(tagName, path, {});
  const { operation = 'UPSERT', value = '' } = override;
  if (operation === 'UPSERT' && value === '') report(tagOverride, path, { operation });
  if (operation === 'REMOVE' && value !== '') report(tagOverride, path, { operation });
}
