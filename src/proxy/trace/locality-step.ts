import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import type { EndpointState } from './endpoint-choice.ts';
import type { LoadShare } from './load-shares.ts';
import type { Walk } from './walk.ts';

/**
 * The endpoints of a priority that its localities leave: where weights count, none of those without a weight. Says how
 * the localities share the traffic.
 */
export function passLocalities(
  walk: Walk,
  cluster: JsonObject,
  { used, panics, priority }: LoadShare,
): readonly EndpointState[] {
  const found = localityConfig(cluster);
  const names = [...new Set(used.map(({ locality }) => locality))];
  if (found === undefined || names.length < 2 || panics) return used;
  const name = asText(cluster.name);
  const field = { path: `clusters[${name}].${found.path}`, value: found.value ?? null };
  const push = (reason: string): void => void walk.steps.push({ stage: 'cluster', name, reason, field });
  if (!found.path.endsWith('locality_weighted_lb_config')) {
    push('prefers endpoints in its own zone, as far as they can bear the load');
    return used;
  }
  const weights = new Map(used.map(({ locality, localityWeight }) => [locality, localityWeight]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return used;
  const shares = names.map((each) => `${each || '(none)'} ${percent(weights.get(each) ?? 0, total)} %`);
  push(
    `localities${priority === 0 ? '' : ` of priority ${priority}`} share by weight, less where endpoints fail: ${shares.join(', ')}`,
  );
  return used.filter(({ localityWeight }) => localityWeight > 0);
}

const percent = (weight: number, total: number): number => Math.round((weight / total) * 1000) / 10;

const kinds = ['locality_weighted_lb_config', 'zone_aware_lb_config'];

/** In the cluster itself, or in its load balancing policy. */
function localityConfig(cluster: JsonObject): { readonly path: string; readonly value: Maybe } | undefined {
  const policy = asList(valueAt(cluster.load_balancing_policy, 'policies'))[0];
  const places: readonly (readonly [path: string, value: Maybe])[] = [
    [
      'load_balancing_policy.policies[0].typed_extension_config.typed_config.locality_lb_config',
      valueAt(policy, 'typed_extension_config', 'typed_config', 'locality_lb_config'),
    ],
    ['common_lb_config', cluster.common_lb_config],
  ];
  for (const [path, value] of places)
    for (const kind of kinds)
      if (valueAt(value, kind) !== undefined) return { path: `${path}.${kind}`, value: valueAt(value, kind) };
  return undefined;
}
