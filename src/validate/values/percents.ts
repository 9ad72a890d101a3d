import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const range = errorRule({
  slug: 'percent/range',
  summary: 'A percentage lies between 0 and 100.',
  message: ({ percent }: { percent: number }) => `${percent} is not between 0 and 100`,
});

const fractionRange = errorRule({
  slug: 'percent/fraction-range',
  summary: 'A fractional percentage is 0, or lies between 0.0001 and 100.',
  message: ({ percent }: { percent: number | string }) =>
    `${percent} is not a percentage: it must be 0, or between 0.0001 and 100`,
});

export const percentRules: readonly RuleInfo[] = [range, fractionRange];

/** Reports a whole percentage outside 0 to 100. */
export function checkPercent(percent: number, path: Path, report: Report): void {
  if (percent < 0 || percent > 100) report(range, path, { percent });
}

/** Reports a percentage that is finer than a proxy can count, or outside 0 to 100. */
export function checkFractionalPercent(percent: number, path: Path, report: Report): void {
  if (percent < 0 || percent > 100 || (percent > 0 && percent < 0.0001))
    report(fractionRange, path, { percent });
}
