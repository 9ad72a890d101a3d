import { isObject, plainText, type Json, type JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { GatewayParts } from './gateway-parts.ts';

/** The addresses and ports of a gateway; none where it has a Service of the user's own. */
export function service({ name, namespace, own, labels, matched }: GatewayParts): readonly KubeObject[] {
  if (own.is('customService')) return [];
  const annotations = Object.entries(own.map('serviceAnnotations'));
  const object = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: { ...labels.chart, ...matched, ...labels.owner },
      ...present({
        annotations: Object.fromEntries(annotations.map(([key, value]) => [key, plainText(value)])),
      }),
    },
    spec: {
      ...present({
        loadBalancerIP: own.text('loadBalancerIP'),
        loadBalancerSourceRanges: own.list('loadBalancerSourceRanges'),
        externalTrafficPolicy: own.text('externalTrafficPolicy'),
        ipFamilyPolicy: own.text('ipFamilyPolicy'),
        ipFamilies: own.list('ipFamilies'),
      }),
      type: own.text('type'),
      selector: { ...matched },
      ports: [...own.list('ports'), ...own.list('ingressPorts').map(numberAndName)],
    },
  };
  return [object];
}

/** Of ports of this list nothing else counts. */
function numberAndName(port: Json): JsonObject {
  const { port: number, name } = isObject(port) ? port : {};
  return present({ port: number, name });
}
