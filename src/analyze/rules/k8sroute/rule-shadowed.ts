import { routesOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { routeMatches, type RouteMatch } from './route-matches.ts';

/** Of equal matches for one host of one listener the oldest route wins, then the first name, then the first rule. */
export const ruleShadowed = defineRule<{ winner: string }>({
  slug: 'k8sroute/rule-shadowed',
  code: 'MSH0219',
  severity: 'warning',
  summary: 'No two rules of the routes at one listener match the same requests.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'KubernetesGateway', 'ListenerSet', 'Service', 'ServiceEntry'],
  scope: 'unit',
  message: ({ winner }) => `the same match stands in ${winner}, which comes first: no request gets here`,
  hint: 'Make the match differ, or remove one of the two.',
  check(mesh, report) {
    const winners = new Map<string, RouteMatch>();
    for (const match of routeMatches(mesh.derive(routesOf))) {
      const { keys, route, path } = match;
      const winner = keys.map((key) => winners.get(key)).find((held) => held !== undefined);
      const isShadowed = keys.length > 0 && keys.every((key) => winners.has(key));
      for (const key of keys) if (!winners.has(key)) winners.set(key, match);
      if (winner === undefined || !isShadowed) continue;
      const { kind, namespace, name } = winner.route.object;
      const related = [{ object: winner.route.object, path: winner.path, message: 'the match that wins' }];
      report(route.object, path, { winner: `${kind} ${namespace}/${name}` }, { related });
    }
  },
});
