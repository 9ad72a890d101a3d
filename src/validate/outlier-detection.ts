import type { Static } from 'typebox';
import type { OutlierDetection } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { checkDuration } from './values/durations.ts';
import { checkPercent } from './values/percents.ts';

const localOriginWithoutSplit = errorRule({
  slug: 'outlier/local-origin-without-split',
  summary: 'Failures of local origin are counted apart only where they are told apart.',
  message: () => '`consecutiveLocalOriginFailures` needs `splitExternalLocalOriginErrors: true`',
});

export const outlierDetectionRules: readonly RuleInfo[] = [localOriginWithoutSplit];

/** Checks when an endpoint is taken for broken, and for how long. */
export function checkOutlierDetection(
  outlier: Loose<Static<typeof OutlierDetection>>,
  path: Path,
  report: Report,
): void {
  const { consecutiveLocalOriginFailures = 0, splitExternalLocalOriginErrors = false } = outlier;
  for (const name of ['interval', 'baseEjectionTime'] as const) {
    const value = outlier[name];
    if (value !== undefined) checkDuration(value, [...path, name], report);
  }
  for (const name of ['maxEjectionPercent', 'minHealthPercent'] as const) {
    const value = outlier[name];
    if (value !== undefined) checkPercent(value, [...path, name], report);
  }
  if (consecutiveLocalOriginFailures > 0 && !splitExternalLocalOriginErrors)
    report(localOriginWithoutSplit, path, {}, [...path, 'consecutiveLocalOriginFailures']);
}
