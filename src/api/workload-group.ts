import { as, atMostOneOf, int32, list, map, message, string, uint32 } from './schema/fields.ts';
import { portNumber, probeScheme, unixWithoutPorts } from './cel-rules.ts';
import { istioKind } from './schema/istio-kind.ts';
import { WorkloadEntrySpec } from './workload-entry.ts';

export const WorkloadGroupObjectMeta = message('', {
  labels: map(string(), '', { maxProperties: 256 }),
  annotations: map(string(), '', { maxProperties: 256 }),
});

export const HTTPHeader = message('', {
  name: string('', { pattern: '^[-_A-Za-z0-9]+$' }),
  value: string(),
});

export const HTTPHealthCheckConfig = message(
  '',
  {
    path: string(),
    port: uint32('', { cel: [portNumber] }),
    host: string(),
    scheme: string('', { cel: [probeScheme] }),
    httpHeaders: list(HTTPHeader, ''),
  },
  { required: ['port'] },
);

export const TCPHealthCheckConfig = message(
  '',
  {
    host: string(),
    port: uint32('', { cel: [portNumber] }),
  },
  { required: ['port'] },
);

export const ExecHealthCheckConfig = message(
  '',
  {
    command: list(string('', { minLength: 1 }), ''),
  },
  { required: ['command'] },
);

export const GrpcHealthCheckConfig = message('', {
  port: uint32('', { cel: [portNumber] }),
  service: string(),
});

export const ReadinessProbe = message(
  '',
  {
    initialDelaySeconds: int32('', { minimum: 0 }),
    timeoutSeconds: int32('', { minimum: 0 }),
    periodSeconds: int32('', { minimum: 0 }),
    successThreshold: int32('', { minimum: 0 }),
    failureThreshold: int32('', { minimum: 0 }),
    httpGet: as(HTTPHealthCheckConfig, ''),
    tcpSocket: as(TCPHealthCheckConfig, ''),
    exec: as(ExecHealthCheckConfig, ''),
    grpc: as(GrpcHealthCheckConfig, ''),
  },
  { oneOf: atMostOneOf('httpGet', 'tcpSocket', 'exec', 'grpc') },
);

export const WorkloadGroupSpec = message(
  '',
  {
    metadata: as(WorkloadGroupObjectMeta, ''),
    template: as(WorkloadEntrySpec, '', { cel: [unixWithoutPorts] }),
    probe: as(ReadinessProbe, ''),
  },
  { required: ['template'] },
);

export const WorkloadGroup = istioKind({
  group: 'networking.istio.io',
  kind: 'WorkloadGroup',
  plural: 'workloadgroups',
  shortNames: ['wg'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  age: 'last',
  specRequired: true,
  spec: WorkloadGroupSpec,
});
