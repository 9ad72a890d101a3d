import type { KindSpecs } from '../kinds.ts';
import { isWaypoint, type Role } from './roles.ts';

export type ListenerSpec = NonNullable<KindSpecs['KubernetesGateway']['listeners']>[number];

const group = 'gateway.networking.k8s.io';

/** The kinds of routes that a protocol goes with. */
function kindsOf({ protocol, tls }: ListenerSpec): readonly string[] {
  if (protocol === 'HTTP' || protocol === 'HTTPS') return ['HTTPRoute', 'GRPCRoute'];
  if (protocol === 'TCP') return ['TCPRoute'];
  if (protocol !== 'TLS') return [];
  return tls?.mode === 'Passthrough' ? ['TLSRoute'] : ['TLSRoute', 'TCPRoute'];
}

/** What kinds of routes a listener takes, and the indexes of those in its `allowedRoutes` that it cannot take. */
export function routeKinds(
  spec: ListenerSpec,
  role: Role,
): {
  readonly taken: readonly string[];
  readonly possible: readonly string[];
  readonly invalid: readonly number[];
} {
  const possible = role === 'remote' ? [] : kindsOf(spec);
  const wanted = spec.allowedRoutes?.kinds ?? [];
  if (wanted.length === 0) return { taken: possible, possible, invalid: [] };
  const fits = (index: number): boolean => {
    const { group: held = group, kind = '' } = wanted[index] ?? {};
    return held === group && possible.includes(kind);
  };
  const indexes = wanted.map((_, index) => index);
  return {
    taken: indexes.filter(fits).map((index) => wanted[index]?.kind ?? ''),
    possible,
    invalid: indexes.filter((index) => !fits(index)),
  };
}

/** What a listener that istiod does not understand has instead of a protocol; undefined for those it knows. */
export function protocolFault(
  { protocol = '' }: ListenerSpec,
  role: Role,
): 'case' | 'unsupported' | undefined {
  const known = isWaypoint(role) || role === 'east-west' ? [...protocols, 'HBONE'] : protocols;
  if (known.includes(protocol)) return undefined;
  return known.includes(protocol.toUpperCase()) ? 'case' : 'unsupported';
}

const protocols = ['HTTP', 'HTTPS', 'TLS', 'TCP'];
