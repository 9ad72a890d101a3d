import { isIP } from 'node:net';
import { proxyConfigFault } from './proxy-config-text.ts';

/** What is wrong with a value; undefined when nothing is. */
type Fault = string | undefined;

/** What is wrong with the value of an annotation; undefined when nothing is, or nothing is known about its values. */
export const annotationFault = (name: string, value: string): string | undefined => checks.get(name)?.(value);

const oneOf =
  (...allowed: readonly string[]) =>
  (value: string): Fault =>
    allowed.includes(value) ? undefined : `${JSON.stringify(value)} is not one of ${allowed.join(', ')}`;

const port = (value: string): Fault =>
  /^[0-9]+$/.test(value) && Number(value) <= 65_535 ? undefined : `${JSON.stringify(value)} is not a port`;

const seconds = (value: string): Fault =>
  /^[0-9]+$/.test(value) && Number(value) <= 4_294_967_295
    ? undefined
    : `${JSON.stringify(value)} is not a whole number`;

const boolean = (value: string): Fault =>
  booleans.has(value) ? undefined : `${JSON.stringify(value)} is neither true nor false`;

/** The texts that Go reads as a boolean. */
const booleans = new Set(['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False']);

/** A comma list; blank items of a list of ports count for nothing. */
const ports = (value: string): Fault =>
  firstFault(
    value.split(',').map((item) => item.trim()),
    (item) => (item === '' ? undefined : port(item)),
  );

const ranges = (value: string): Fault => (value === '' ? undefined : firstFault(value.split(','), range));

function range(value: string): Fault {
  const slash = value.lastIndexOf('/');
  const version = isIP(slash < 0 ? '' : value.slice(0, slash));
  const bits = value.slice(slash + 1);
  const fits =
    version > 0 && /^(0|[1-9][0-9]{0,2})$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  return fits ? undefined : `${JSON.stringify(value)} is not a range of IP addresses such as 10.0.0.0/8`;
}

const interfaces = (value: string): Fault =>
  value === ''
    ? undefined
    : firstFault(value.split(','), (item) =>
        /^(?!\.{1,2}$)[^\s/:]{1,15}$/.test(item.trim())
          ? undefined
          : `${JSON.stringify(item)} is not the name of a network interface`,
      );

const quantity = (value: string): Fault =>
  /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/.test(value)
    ? undefined
    : `${JSON.stringify(value)} is not a quantity such as 100m or 128Mi`;

const orAll =
  (check: (value: string) => Fault) =>
  (value: string): Fault =>
    value === '*' ? undefined : check(value);

function firstFault(items: readonly string[], check: (item: string) => Fault): Fault {
  for (const item of items) {
    const fault = check(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const checks: ReadonlyMap<string, (value: string) => Fault> = new Map([
  ['istio.io/reroute-virtual-interfaces', interfaces],
  ['prometheus.istio.io/merge-metrics', boolean],
  ['proxy.istio.io/config', proxyConfigFault],
  ['readiness.status.sidecar.istio.io/applicationPorts', ports],
  ['readiness.status.sidecar.istio.io/failureThreshold', seconds],
  ['readiness.status.sidecar.istio.io/initialDelaySeconds', seconds],
  ['readiness.status.sidecar.istio.io/periodSeconds', seconds],
  ['sidecar.istio.io/interceptionMode', oneOf('REDIRECT', 'TPROXY', 'NONE')],
  ['sidecar.istio.io/proxyCPU', quantity],
  ['sidecar.istio.io/proxyCPULimit', quantity],
  ['sidecar.istio.io/proxyMemory', quantity],
  ['sidecar.istio.io/proxyMemoryLimit', quantity],
  ['status.sidecar.istio.io/port', port],
  ['traffic.sidecar.istio.io/excludeInboundPorts', ports],
  ['traffic.sidecar.istio.io/excludeInterfaces', interfaces],
  ['traffic.sidecar.istio.io/excludeOutboundIPRanges', ranges],
  ['traffic.sidecar.istio.io/excludeOutboundPorts', ports],
  ['traffic.sidecar.istio.io/includeInboundPorts', orAll(ports)],
  ['traffic.sidecar.istio.io/includeOutboundIPRanges', orAll(ranges)],
  ['traffic.sidecar.istio.io/kubevirtInterfaces', interfaces],
]);
