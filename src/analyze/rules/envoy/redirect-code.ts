import { defineRule } from '../../rule.ts';

/**
 * Validation lets all codes from 300 to 399 pass, istiod translates five of them: for the others it sends a route
 * without an action (`ApplyRedirect` in pilot/pkg/networking/core/route), which Envoy refuses, since `Route.action` is
 * required there.
 */
export const redirectCode = defineRule<{ status: number }>({
  slug: 'envoy/redirect-code',
  code: 'MSH0162',
  severity: 'error',
  summary: 'A redirect answers with 301, 302, 303, 307 or 308.',
  hint: 'Use 301, 302, 303, 307 or 308.',
  kinds: ['VirtualService'],
  message: ({ status }) =>
    `Istio cannot redirect with ${status}: the route is left without an action, and Envoy refuses all routes of the port`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, { redirect }] of (service.spec.http ?? []).entries()) {
        const status = redirect?.redirectCode ?? 0;
        if (status < 300 || status > 399 || known.has(status)) continue;
        report(service, ['spec', 'http', index, 'redirect', 'redirectCode'], { status });
      }
    }
  },
});

const known: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
