import { as, atMostOneOf, int32, list, map, message, string, uint32 } from './schema/fields.ts';
import { portNumber, probeScheme, unixWithoutPorts } from './cel-rules.ts';
import { istioKind } from './schema/istio-kind.ts';
import { WorkloadEntrySpec } from './workload-entry.ts';

export const WorkloadGroupObjectMeta = message('Metadata given to auto-registered WorkloadEntries.', {
  labels: map(string(), 'Labels to attach to each registered WorkloadEntry.', { maxProperties: 256 }),
  annotations: map(string(), 'Annotations to attach to each registered WorkloadEntry.', {
    maxProperties: 256,
  }),
});

export const HTTPHeader = message('One header added to an HTTP health probe.', {
  name: string('Header name sent with the probe; letters, digits and `-`.', { pattern: '^[-_A-Za-z0-9]+$' }),
  value: string('Content of the header sent with the probe.'),
});

export const HTTPHealthCheckConfig = message(
  'A health probe that sends an HTTP GET; statuses 200 to 399 count as healthy.',
  {
    path: string('URL path the probe requests. Default: `/`.'),
    port: uint32('Port the probe request is sent to. Required.', { cel: [portNumber] }),
    host: string(
      'Host or IP the probe connects to, by default the workload itself; set a `Host` header to only change the virtual host.',
    ),
    scheme: string('`HTTP` or `HTTPS`, in upper case. Default: HTTP.', { cel: [probeScheme] }),
    httpHeaders: list(
      HTTPHeader,
      'Extra headers to send with each probe request; a name may occur more than once.',
    ),
  },
  { required: ['port'] },
);

export const TCPHealthCheckConfig = message(
  'A health probe that only opens a TCP connection.',
  {
    host: string('Name or IP to open the connection to. Default: the workload itself.'),
    port: uint32('Port the TCP probe connects to. Required.', { cel: [portNumber] }),
  },
  { required: ['port'] },
);

export const ExecHealthCheckConfig = message(
  'A health probe that runs a command on the VM.',
  {
    command: list(
      string('', { minLength: 1 }),
      'Program and arguments to run on the machine, without a shell; exit status 0 counts as healthy.',
    ),
  },
  { required: ['command'] },
);

export const GrpcHealthCheckConfig = message(
  'A health probe that calls the standard gRPC health service. The offline validator rejects it, although the CRD allows it.',
  {
    port: uint32('Port of the gRPC server that answers the health checks.', { cel: [portNumber] }),
    service: string(
      'Service name put in the gRPC health request. Default: empty, which asks about the whole server.',
    ),
  },
);

export const ReadinessProbe = message(
  'Health check that decides whether a VM of a WorkloadGroup gets traffic.',
  {
    initialDelaySeconds: int32('Seconds after start before the first probe. Default: 0.', { minimum: 0 }),
    timeoutSeconds: int32('Seconds after which a probe counts as failed. Default: 1.', { minimum: 0 }),
    periodSeconds: int32('Seconds between two probes. Default: 10.', { minimum: 0 }),
    successThreshold: int32('Successes in a row that make an unready workload ready again. Default: 1.', {
      minimum: 0,
    }),
    failureThreshold: int32('Failures in a row that make the workload unready. Default: 3.', { minimum: 0 }),
    httpGet: as(HTTPHealthCheckConfig, 'Probes by an HTTP GET. Exactly one probe method is allowed.'),
    tcpSocket: as(
      TCPHealthCheckConfig,
      'Probes by opening a TCP connection. Exactly one probe method is allowed.',
    ),
    exec: as(
      ExecHealthCheckConfig,
      'Probes by running a command on the machine. Exactly one probe method is allowed.',
    ),
    grpc: as(
      GrpcHealthCheckConfig,
      "Probes by the gRPC health protocol; the validating webhook's rules refuse it, although the CRD accepts it.",
    ),
  },
  { oneOf: atMostOneOf('httpGet', 'tcpSocket', 'exec', 'grpc') },
);

export const WorkloadGroupSpec = message(
  'Template for WorkloadEntries that VMs create when they register by themselves.',
  {
    metadata: as(WorkloadGroupObjectMeta, 'Labels and annotations put on each created WorkloadEntry.'),
    template: as(
      WorkloadEntrySpec,
      'WorkloadEntry fields shared by all members, such as service account, network and ports. Required.',
      { cel: [unixWithoutPorts] },
    ),
    probe: as(
      ReadinessProbe,
      'Health check that the agent on each VM runs. Default: registered members count as healthy.',
    ),
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
