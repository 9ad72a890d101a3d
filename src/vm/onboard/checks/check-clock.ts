import { judgeClock } from '../../facts/judge-clock.ts';
import type { OnboardingFacts } from '../onboarding-facts.ts';
import type { OnboardingCheck } from './onboarding-check.ts';

/** Whether our clock is that of the cluster, as far as that is known. `tokenSeconds`: only where a token is asked for. */
export function checkClock(
  { clockOffset }: OnboardingFacts,
  tokenSeconds: number | undefined,
): readonly OnboardingCheck[] {
  if (clockOffset === undefined) return [];
  const fault = judgeClock(clockOffset, tokenSeconds);
  const name = 'clock';
  if (fault === undefined) return [{ name, status: 'ok', message: 'that of the cluster' }];
  return [{ name, status: fault.severity, message: fault.message, cure: fault.cure }];
}
