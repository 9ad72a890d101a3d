import { parseDuration } from '../../duration.ts';
import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const tooSmall = errorRule({
  slug: 'duration/too-small',
  summary: 'A duration is at least one millisecond.',
  message: ({ value }: { value: string }) => `${value} is less than 1ms`,
});

const precision = errorRule({
  slug: 'duration/precision',
  summary: 'A duration is a whole number of milliseconds.',
  message: ({ value }: { value: string }) => `${value} is not a whole number of milliseconds`,
});

export const durationRules: readonly RuleInfo[] = [tooSmall, precision];

const millisecond = 1_000_000n;
/** Durations that are fine beyond doubt. */
const plain = /^[1-9]\d{0,5}(?:ms|s|m)$/;

/** Reports a duration below one millisecond or finer than that; text that does not parse has been reported. */
export function checkDuration(value: string, path: Path, report: Report): void {
  if (plain.test(value)) return;
  const nanoseconds = parseDuration(value);
  if (nanoseconds === undefined) return;
  if (nanoseconds < millisecond) report(tooSmall, path, { value });
  else if (nanoseconds % millisecond !== 0n) report(precision, path, { value });
}

/** Reports a duration that is finer than a millisecond, for places where 0 and less mean something. */
export function checkPrecision(value: string, path: Path, report: Report): void {
  const nanoseconds = parseDuration(value) ?? 0n;
  if (nanoseconds % millisecond !== 0n) report(precision, path, { value });
}
