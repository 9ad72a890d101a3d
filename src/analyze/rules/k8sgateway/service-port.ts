import type { Host } from '../../hosts.ts';
import { defineRule } from '../../rule.ts';
import { manualAddresses, type ManualAddress } from './manual-services.ts';

/** A listener is reached through the Service in front of the proxies, by the port of the Service. */
export const servicePort = defineRule<{ port: number; services: readonly string[] }>({
  slug: 'k8sgateway/service-port',
  code: 'MSH0240',
  severity: 'error',
  summary: 'The Services of a Gateway have the ports of its listeners.',
  hint: 'A listener has the port of the Service, not the one that the proxies listen on.',
  kinds: ['KubernetesGateway', 'GatewayClass', 'Service', 'ServiceEntry'],
  message: ({ port, services }) => `no port ${port} on ${services.join(', ')}`,
  check(mesh, report) {
    for (const [gateway, hosts] of hostsByGateway(mesh.derive(manualAddresses))) {
      if (hosts.length === 0 || hosts.some(({ ports }) => ports.length === 0)) continue;
      const ports = new Set(hosts.flatMap((host) => host.ports.map(({ number }) => number)));
      for (const [index, { port = 0 }] of (gateway.spec.listeners ?? []).entries()) {
        if (port === 0 || ports.has(port)) continue;
        const services = hosts.map(({ object }) => `${object.kind} ${object.namespace}/${object.name}`);
        const related = hosts.map(({ object }) => ({
          ...{ object, path: ['spec', 'ports'] },
          message: 'the ports of the Service',
        }));
        report(gateway, ['spec', 'listeners', index, 'port'], { port, services }, { related });
      }
    }
  },
});

/** The hosts of Gateways of which the input holds all. */
function hostsByGateway(
  addresses: readonly ManualAddress[],
): ReadonlyMap<ManualAddress['gateway'], readonly Host[]> {
  const held = new Map<ManualAddress['gateway'], Host[]>();
  for (const { gateway, hosts } of addresses) held.set(gateway, [...(held.get(gateway) ?? []), ...hosts]);
  for (const { gateway, hosts, type } of addresses)
    if (type === 'Hostname' && hosts.length === 0) held.delete(gateway);
  return held;
}
