import { parseDuration } from '../../../duration.ts';
import { defineRule } from '../../rule.ts';

/** The timeout of a route counts for all tries together. */
export const timeoutShorterThanRetries = defineRule<{
  timeout: string;
  attempts: number;
  perTryTimeout: string;
}>({
  slug: 'virtualservice/timeout-shorter-than-retries',
  code: 'MSH0104',
  severity: 'warning',
  summary: 'The timeout of a route leaves time for its retries.',
  hint: 'Raise `timeout`, or lower `attempts` or `perTryTimeout`.',
  kinds: ['VirtualService'],
  message: ({ timeout, attempts, perTryTimeout }) =>
    `the timeout of ${timeout} ends the request before ${attempts} retries of ${perTryTimeout} are over`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, { timeout = '', retries = {} }] of (service.spec.http ?? []).entries()) {
        const { attempts = 0, perTryTimeout = '' } = retries;
        if (!endsEarly(timeout, attempts, perTryTimeout)) continue;
        const route = ['spec', 'http', index];
        report(
          service,
          [...route, 'timeout'],
          { timeout, attempts, perTryTimeout },
          { related: [{ object: service, path: [...route, 'retries'], message: 'the retries' }] },
        );
      }
    }
  },
});

/** Where not even one try can use up its time, `envoy/per-try-timeout` says so. */
function endsEarly(timeout: string, attempts: number, perTryTimeout: string): boolean {
  const [limit, perTry] = [nanoseconds(timeout), nanoseconds(perTryTimeout)];
  return limit > 0n && perTry <= limit && limit < BigInt(attempts) * perTry;
}

const nanoseconds = (text: string): bigint => parseDuration(text) ?? 0n;
