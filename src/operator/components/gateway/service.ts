import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** The addresses and ports of a gateway. */
export function service({ name, namespace, own, labels, matched }: GatewayParts): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: { ...labels.chart, ...matched, ...labels.owner },
      ...present({ annotations: own.map('serviceAnnotations') }),
    },
    spec: {
      ...present({
        loadBalancerIP: own.text('loadBalancerIP'),
        loadBalancerSourceRanges: own.list('loadBalancerSourceRanges'),
        externalTrafficPolicy: own.text('externalTrafficPolicy'),
        externalIPs: own.list('externalIPs'),
        ipFamilyPolicy: own.text('ipFamilyPolicy'),
        ipFamilies: own.list('ipFamilies'),
      }),
      type: own.text('type'),
      selector: { ...matched },
      ports: [...own.list('ports'), ...own.list('ingressPorts')],
    },
  };
}
