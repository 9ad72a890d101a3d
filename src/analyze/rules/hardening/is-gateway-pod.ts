import type { Workload } from '../../workloads.ts';

/** Whether a workload is nothing but a proxy: a gateway or a waypoint. */
export const isGatewayPod = ({ pod, labels, annotations }: Workload): boolean =>
  gatewayLabel in labels ||
  (annotations['inject.istio.io/templates'] ?? '').includes('gateway') ||
  (pod?.containers?.length === 1 && pod.containers[0]?.name === 'istio-proxy');

const gatewayLabel = 'gateway.networking.k8s.io/gateway-name';
