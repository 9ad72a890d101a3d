import type { Static } from 'typebox';
import type { HTTPRetry } from '../../api/http-retry.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { checkDuration } from './durations.ts';

const negativeAttempts = errorRule({
  slug: 'retry/attempts-negative',
  summary: 'The number of retries is not negative.',
  message: ({ attempts }: { attempts: number }) => `${attempts} attempts are less than none`,
  hint: 'Use 0 to switch retries off.',
});

const disabledWithPolicy = errorRule({
  slug: 'retry/disabled-with-policy',
  summary: 'Retries that are switched off by `attempts: 0` have no other settings.',
  message: ({ field }: { field: string }) =>
    `\`${field}\` has no effect: without \`attempts\` nothing is retried`,
  hint: 'Set `attempts` to how often to try again, or drop the other settings.',
});

const retryOn = errorRule({
  slug: 'retry/retry-on',
  summary: '`retryOn` lists conditions that Envoy knows, or HTTP status codes, with commas and no blanks.',
  message: ({ condition }: { condition: string }) =>
    `${JSON.stringify(condition)} is neither a retry condition nor an HTTP status`,
  hint: 'Such as `5xx,connect-failure,refused-stream,503`, without blanks.',
});

export const retryRules: readonly RuleInfo[] = [negativeAttempts, disabledWithPolicy, retryOn];

/** Checks a retry policy of a route or of the whole mesh. */
export function checkRetries(retries: Loose<Static<typeof HTTPRetry>>, path: Path, report: Report): void {
  const { attempts = 0, perTryTimeout, backoff } = retries;
  if (attempts < 0) report(negativeAttempts, [...path, 'attempts'], { attempts });
  if (attempts === 0) checkDisabled(retries, path, report);
  if (perTryTimeout !== undefined) checkDuration(perTryTimeout, [...path, 'perTryTimeout'], report);
  if (backoff !== undefined) checkDuration(backoff, [...path, 'backoff'], report);
  checkRetryOn(retries.retryOn ?? '', [...path, 'retryOn'], report);
}

function checkDisabled(retries: Loose<Static<typeof HTTPRetry>>, path: Path, report: Report): void {
  const settings = { ...retries, retryOn: retries.retryOn === '' ? undefined : retries.retryOn };
  for (const field of ['perTryTimeout', 'retryOn', 'retryRemoteLocalities'] as const) {
    if (settings[field] === undefined) continue;
    report(disabledWithPolicy, path, { field }, [...path, field]);
    return;
  }
}

function checkRetryOn(list: string, path: Path, report: Report): void {
  if (list === '') return;
  for (const condition of list.split(',')) {
    if (!isCondition(condition)) report(retryOn, path, { condition });
  }
}

const isCondition = (text: string): boolean =>
  conditions.has(text) || (/^[+-]?\d+$/.test(text) && statuses.has(Number(text)));

const conditions = new Set([
  '5xx',
  'gateway-error',
  'reset',
  'reset-before-request',
  'connect-failure',
  'retriable-4xx',
  'refused-stream',
  'retriable-status-codes',
  'retriable-headers',
  'envoy-ratelimited',
  'http3-post-connect-failure',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
]);

/** The status codes with a registered meaning, as far as Istio knows them. */
const statuses = new Set([
  ...range(100, 103),
  ...range(200, 208),
  226,
  ...range(300, 305),
  307,
  308,
  ...range(400, 418),
  ...range(421, 426),
  428,
  429,
  431,
  451,
  ...range(500, 508),
  510,
  511,
]);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
