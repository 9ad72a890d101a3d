import { as, list, message, oneOf, string } from './schema/fields.ts';
import { SidecarPort } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';
import { ServerTLSSettings } from './server-tls.ts';
import { ConnectionPoolSettings } from './traffic-policy.ts';
import { Destination } from './virtual-service.ts';
import { WorkloadSelector } from './workload-selector.ts';

export const IstioIngressListener = message(
  '',
  {
    port: as(SidecarPort, ''),
    bind: string(),
    captureMode: oneOf(['DEFAULT', 'IPTABLES', 'NONE']),
    defaultEndpoint: string(),
    tls: as(ServerTLSSettings, ''),
    connectionPool: as(ConnectionPoolSettings, ''),
  },
  { required: ['port'] },
);

export const IstioEgressListener = message(
  '',
  {
    port: as(SidecarPort, ''),
    bind: string(),
    captureMode: oneOf(['DEFAULT', 'IPTABLES', 'NONE']),
    hosts: list(string(), ''),
  },
  { required: ['hosts'] },
);

export const OutboundTrafficPolicy = message('', {
  mode: oneOf(['REGISTRY_ONLY', 'ALLOW_ANY']),
  egressProxy: as(Destination, ''),
});

export const SidecarSpec = message('', {
  workloadSelector: as(WorkloadSelector, ''),
  ingress: list(IstioIngressListener, ''),
  egress: list(IstioEgressListener, ''),
  inboundConnectionPool: as(ConnectionPoolSettings, ''),
  outboundTrafficPolicy: as(OutboundTrafficPolicy, ''),
});

export const Sidecar = istioKind({
  group: 'networking.istio.io',
  kind: 'Sidecar',
  plural: 'sidecars',
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  age: 'none',
  spec: SidecarSpec,
});
