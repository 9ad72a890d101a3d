import { isIP } from 'node:net';
import type { KubeObject } from '../../component-context.ts';
import { present } from '../../present.ts';
import type { Plane } from './plane.ts';

/** The name under which a control plane elsewhere is found here: an address or a host name. */
export function remoteService(plane: Plane): readonly KubeObject[] {
  const { namespace, rev, values, labels, remote, name } = plane;
  const address = values.text('global.remotePilotAddress');
  if (!remote || address === '') return [];
  const isLocal = values.is('istiodRemote.enabledLocalInjectorIstiod');
  const serviceName = isLocal ? `${name}-remote` : name;
  const family = isIP(address);
  const service: KubeObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: serviceName, namespace, labels: { 'istio.io/rev': rev, ...labels.plain } },
    spec: {
      ports: [
        { port: 15012, name: 'tcp-istiod', protocol: 'TCP' },
        { port: 443, targetPort: 15017, name: 'tcp-webhook', protocol: 'TCP' },
      ],
      ...(family === 0 && { type: 'ExternalName', externalName: address }),
      ...present({
        ipFamilyPolicy: values.text('global.ipFamilyPolicy'),
        ipFamilies: values.list('global.ipFamilies'),
      }),
    },
  };
  if (family === 0) return [service];
  const slice: KubeObject = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: serviceName,
      namespace,
      labels: {
        ...labels.plain,
        'endpointslice.kubernetes.io/managed-by': 'Helm',
        'kubernetes.io/service-name': serviceName,
      },
    },
    addressType: family === 6 ? 'IPv6' : 'IPv4',
    endpoints: [{ addresses: [address] }],
    ports: [
      { port: 15012, name: 'tcp-istiod', protocol: 'TCP' },
      { port: 15017, name: 'tcp-webhook', protocol: 'TCP' },
    ],
  };
  return [service, slice];
}
