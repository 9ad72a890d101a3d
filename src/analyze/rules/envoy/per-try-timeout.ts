import { parseDuration } from '../../../duration.ts';
import { defineRule } from '../../rule.ts';

/** Envoy ends the whole request after its timeout, all tries together, so a longer time for one try never runs out. */
export const perTryTimeout = defineRule<{ perTry: string; timeout: string }>({
  slug: 'envoy/per-try-timeout',
  code: 'MSH0167',
  severity: 'warning',
  summary: 'One try may take no longer than all tries together.',
  hint: 'Make `perTryTimeout` shorter, about `timeout` divided by the number of tries, or leave it out.',
  kinds: ['VirtualService'],
  message: ({ perTry, timeout }) =>
    `\`perTryTimeout\` of ${perTry} never runs out, since the request ends after ${timeout}: a slow try is not repeated`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, { timeout = '0s', retries = {} }] of (service.spec.http ?? []).entries()) {
        const { attempts = 0, perTryTimeout: perTry = '0s' } = retries;
        if (attempts <= 0 || !isLonger(perTry, timeout)) continue;
        report(service, ['spec', 'http', index, 'retries', 'perTryTimeout'], { perTry, timeout });
      }
    }
  },
});

/** A timeout of 0 is none. */
function isLonger(perTry: string, timeout: string): boolean {
  const [one, whole] = [parseDuration(perTry) ?? 0n, parseDuration(timeout) ?? 0n];
  return whole > 0n && one > whole;
}
