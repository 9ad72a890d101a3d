import { defineRule } from '../../rule.ts';
import { manualAddresses } from './manual-services.ts';

/** A Gateway has one IP address, or the hostnames of Services that stand before its proxies. */
export const addressType = defineRule<{ type: string; value: string }>({
  slug: 'k8sgateway/address-type',
  code: 'MSH0238',
  severity: 'error',
  summary: 'The addresses of a Gateway are one IP address, or hostnames.',
  kinds: ['KubernetesGateway', 'GatewayClass'],
  message: ({ type, value }) => `Istio cannot use the address ${JSON.stringify(value)} of type ${type}`,
  hint: 'Give one address of type IPAddress for the load balancer, or the names of Services with type Hostname.',
  check(mesh, report) {
    for (const { gateway, index, type, value } of mesh.derive(manualAddresses))
      if (type !== 'Hostname') report(gateway, ['spec', 'addresses', index], { type, value });
  },
});
