import { regexFault } from '../../../validate/index.ts';
import { defineRule } from '../../rule.ts';
import { routeExpressions } from '../regex/route-expressions.ts';

/** The API server takes any text as a regular expression; proxies read RE2. */
export const regex = defineRule<{ regex: string; reason: string }>({
  slug: 'k8sroute/regex',
  code: 'MSH0220',
  severity: 'error',
  summary: 'Regular expressions of routes are in RE2 syntax.',
  kinds: ['HTTPRoute', 'GRPCRoute'],
  message: ({ regex: text, reason }) =>
    `${JSON.stringify(text)} is not a regular expression of proxies: ${reason}`,
  hint: 'The syntax is that of RE2: no back references, lookaround or possessive quantifiers.',
  check(mesh, report) {
    for (const route of [...mesh.of('HTTPRoute'), ...mesh.of('GRPCRoute')]) {
      for (const { object, text, path } of routeExpressions(route)) {
        const reason = regexFault(text);
        if (reason !== undefined) report(object, path, { regex: text, reason });
      }
    }
  },
});
