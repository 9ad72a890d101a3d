import { bool, duration, int32, message, string } from './schema/fields.ts';
import { atLeast1ms } from './cel-rules.ts';

export const HTTPRetry = message('', {
  attempts: int32(),
  perTryTimeout: duration('', { cel: [atLeast1ms] }),
  retryOn: string(),
  retryRemoteLocalities: bool('', { nullable: true }),
  retryIgnorePreviousHosts: bool('', { nullable: true }),
  backoff: duration('', { cel: [atLeast1ms] }),
});
