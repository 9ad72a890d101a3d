import { mayExist } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { manualAddresses } from './manual-services.ts';

/** With a hostname as its address, a Gateway is served by the proxies behind that Service. */
export const serviceNotFound = defineRule<{ host: string }>({
  slug: 'k8sgateway/service-not-found',
  code: 'MSH0239',
  severity: 'error',
  summary: 'The Services that a Gateway has as addresses exist.',
  hint: 'Short names are those of Services in the namespace of the Gateway.',
  kinds: ['KubernetesGateway', 'GatewayClass', 'Service', 'ServiceEntry'],
  message: ({ host }) => `there is no Service ${host}`,
  check(mesh, report) {
    for (const { gateway, index, type, value, hosts, isGiven } of mesh.derive(manualAddresses)) {
      if (type !== 'Hostname' || hosts.length > 0) continue;
      const missing = value.includes('.') ? `Service ${value}` : `Service ${gateway.namespace}/${value}`;
      const path = ['spec', 'addresses', index, 'value'];
      report(gateway, path, { host: value }, isGiven ? {} : mayExist(missing));
    }
  },
});
