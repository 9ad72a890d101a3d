import { bool, duration, int32, message, string } from './schema/fields.ts';
import { atLeast1ms } from './cel-rules.ts';

export const HTTPRetry = message('When and how often a failed request to the destination is repeated.', {
  attempts: int32(
    'Most retries for a request, besides the first try; 0 switches retries off. Each retry waits with growing backoff.',
  ),
  perTryTimeout: duration(
    "Time limit for each try, the first included. Default: the route's own `timeout`.",
    { cel: [atLeast1ms] },
  ),
  retryOn: string(
    'Comma-separated conditions for a retry, such as `5xx,reset,connect-failure` or status numbers. Default: connection failures and unavailable backends.',
  ),
  retryRemoteLocalities: bool('Allows retries to go to endpoints of other localities. Default: false.', {
    nullable: true,
  }),
  retryIgnorePreviousHosts: bool('Whether retries avoid endpoints that were already tried. Default: true.', {
    nullable: true,
  }),
  backoff: duration('Shortest wait before a retry; later retries wait longer. Default: 25ms.', {
    cel: [atLeast1ms],
  }),
});
