import { isObject, objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { setDefaults } from './set-defaults.ts';

/** Gives a service what a cluster gives it: addresses and node ports, those of before if there are any. */
export function completeService(service: JsonObject, cluster: Cluster, live: JsonObject | undefined): void {
  const { spec } = service;
  if (!isObject(spec) || spec.type === 'ExternalName') return;
  const before = objectIn(live, 'spec');
  keep(spec, before, 'clusterIP');
  const address = plainText(spec.clusterIP) || newAddress(cluster, service);
  spec.clusterIP = address;
  if (address === before.clusterIP) keep(spec, before, 'clusterIPs');
  keep(spec, before, 'ipFamilies');
  keep(spec, before, 'ipFamilyPolicy');
  setDefaults(spec, [
    ['clusterIPs', [address]],
    ['ipFamilies', ['IPv4']],
    ['ipFamilyPolicy', 'SingleStack'],
  ]);
  if (hasNodePorts(spec)) openPorts(cluster, spec, before);
}

const hasNodePorts = ({ type, allocateLoadBalancerNodePorts }: JsonObject): boolean =>
  type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);

const isKubernetes = ({ metadata }: JsonObject): boolean =>
  isObject(metadata) && metadata.name === 'kubernetes' && metadata.namespace === 'default';

function keep(spec: JsonObject, before: JsonObject, key: string): void {
  const value = before[key];
  if (value !== undefined && plainText(spec[key]) === '' && typeof spec[key] !== 'object') spec[key] = value;
}

function newAddress({ nextNumber }: Cluster, service: JsonObject): string {
  if (isKubernetes(service)) return '10.96.0.1';
  const n = nextNumber('clusterIP');
  return `10.96.${1 + Math.floor(n / 250)}.${1 + (n % 250)}`;
}

function openPorts({ nextNumber }: Cluster, spec: JsonObject, before: JsonObject): void {
  for (const port of objectsIn(spec.ports)) {
    const old = objectsIn(before.ports).find(
      (one) => one.port === port.port && one.protocol === port.protocol,
    );
    if (port.nodePort === undefined || port.nodePort === 0)
      port.nodePort = old?.nodePort ?? 30_000 + (nextNumber('nodePort') % 2768);
  }
}
