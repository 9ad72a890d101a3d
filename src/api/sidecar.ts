import { as, list, message, oneOf, string } from './schema/fields.ts';
import { SidecarPort } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';
import { ServerTLSSettings } from './server-tls.ts';
import { ConnectionPoolSettings } from './traffic-policy.ts';
import { Destination } from './virtual-service.ts';
import { WorkloadSelector } from './workload-selector.ts';

export const IstioIngressListener = message(
  'One inbound listener of a sidecar, in place of the ones derived from its services.',
  {
    port: as(
      SidecarPort,
      'Port and protocol of the inbound listener; must be unique in the Sidecar. Required.',
    ),
    bind: string(
      "IP address the inbound listener listens on; Unix sockets are not allowed. Default: the workload's own address.",
    ),
    captureMode: oneOf(
      ['DEFAULT', 'IPTABLES', 'NONE'],
      "How inbound traffic is captured: by iptables redirection, or not at all (`NONE`). Default: the environment's mode.",
    ),
    defaultEndpoint: string(
      'Where the application listens: `127.0.0.1:PORT`, `0.0.0.0:PORT`, an IPv6 equivalent or a `unix://` socket. Default: as without a Sidecar.',
    ),
    tls: as(
      ServerTLSSettings,
      'TLS termination on this inbound port for clients outside the mesh; needs a TLS or HTTPS port and file-based certificates.',
    ),
    connectionPool: as(
      ConnectionPoolSettings,
      'Connection limits towards the application on this port, overriding `inboundConnectionPool`.',
    ),
  },
  { required: ['port'] },
);

export const IstioEgressListener = message(
  'One outbound listener of a sidecar and the services reachable through it.',
  {
    port: as(
      SidecarPort,
      'Port the listener serves; only the last listener may leave it out, and then handles all remaining ports.',
    ),
    bind: string(
      'IP address or `unix://` socket the outbound listener listens on. Default: derived from the imported services.',
    ),
    captureMode: oneOf(
      ['DEFAULT', 'IPTABLES', 'NONE'],
      "How outbound traffic arrives at this listener: by iptables redirection, or directly without it (`NONE`). Default: the environment's mode.",
    ),
    hosts: list(
      string(),
      'Services visible here, as `namespace/host` with `*` for any, `.` for the own namespace and `~` for none. Required.',
    ),
  },
  { required: ['hosts'] },
);

export const OutboundTrafficPolicy = message(
  'What a sidecar does with traffic to destinations the mesh does not know.',
  {
    mode: oneOf(
      ['REGISTRY_ONLY', 'ALLOW_ANY'],
      'Forwards unknown destinations unchanged (`ALLOW_ANY`) or blocks them (`REGISTRY_ONLY`). Default within this block: REGISTRY_ONLY.',
    ),
    egressProxy: as(
      Destination,
      'Service that unknown traffic is sent through; only with ALLOW_ANY, with full host name and port. Reported as deprecated by analysis.',
    ),
  },
);

export const SidecarSpec = message(
  'Narrows what sidecars listen on and which services they know, which also saves memory and push time.',
  {
    workloadSelector: as(
      WorkloadSelector,
      "Workloads of this namespace it applies to; without one it is the namespace's default, in the root namespace the mesh's.",
    ),
    ingress: list(
      IstioIngressListener,
      "Inbound listeners to use in place of those derived from the workload's services.",
    ),
    egress: list(
      IstioEgressListener,
      'Outbound listeners with the services reachable through them. Default: everything exported to the namespace.',
    ),
    inboundConnectionPool: as(
      ConnectionPoolSettings,
      'Connection limits from the sidecar to its application, for all inbound ports; replaces DestinationRule settings there.',
    ),
    outboundTrafficPolicy: as(
      OutboundTrafficPolicy,
      'Whether calls to unknown destinations pass. Default: inherited from wider Sidecars or the mesh config.',
    ),
  },
);

export const Sidecar = istioKind({
  group: 'networking.istio.io',
  kind: 'Sidecar',
  plural: 'sidecars',
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  age: 'none',
  spec: SidecarSpec,
});
