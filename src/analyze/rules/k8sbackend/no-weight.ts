import type { Path } from '../../../path.ts';
import { routesOf, rulesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A rule that sends requests nowhere answers them with 500; connections are refused. */
export const noWeight = defineRule<{ backends: number }>({
  slug: 'k8sbackend/no-weight',
  code: 'MSH0215',
  severity: 'warning',
  summary: 'Every rule of a route redirects, or has a backend with a weight.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'],
  message: ({ backends }) =>
    backends === 0
      ? 'the rule has no backend: its requests are answered with 500'
      : 'all backends have weight 0: the requests are answered with 500',
  hint: 'Add a backend with a weight above 0, or a filter of type RequestRedirect.',
  check(mesh, report) {
    for (const { object } of mesh.derive(routesOf)) {
      for (const [index, { backendRefs = [], filters = [] }] of rulesOf(object).entries()) {
        if (backendRefs.some(({ weight = 1 }) => weight > 0)) continue;
        if (filters.some(({ type }) => type === 'RequestRedirect')) continue;
        const backends = backendRefs.length;
        const path: Path = ['spec', 'rules', index, ...(backends === 0 ? [] : ['backendRefs'])];
        report(object, path, { backends });
      }
    }
  },
});
