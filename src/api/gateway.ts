import { as, list, map, message, string } from './schema/fields.ts';
import { Port } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';
import { ServerTLSSettings } from './server-tls.ts';

export const Server = message(
  'One port of a Gateway with the hosts it serves.',
  {
    port: as(Port, 'Number, protocol and name of the port to open. Required.'),
    bind: string('IP address or `unix://` socket to listen on. Default: all addresses.'),
    hosts: list(
      string(),
      'Host names served here, as `[namespace/]host` with `*` wildcards; the namespace limits whose VirtualServices may attach. Required.',
    ),
    tls: as(
      ServerTLSSettings,
      'TLS handling of this port; required for HTTPS and TLS, not allowed for others except `httpsRedirect` on HTTP.',
    ),
    defaultEndpoint: string(
      'Loopback address with port or Unix socket that traffic goes to by default. Normally VirtualServices decide this.',
    ),
    name: string('Optional label of the server, unique among the servers; used for troubleshooting only.'),
  },
  { required: ['port', 'hosts'] },
);

export const GatewaySpec = message(
  'A load balancer at the edge of the mesh: ports, hosts and TLS for the selected gateway proxies.',
  {
    servers: list(Server, 'The ports to open, each with its protocol, hosts and TLS settings; at least one.'),
    selector: map(
      string(),
      "Labels of the gateway pods that get this configuration; searched in all namespaces unless istiod is restricted to the Gateway's own.",
    ),
  },
);

export const Gateway = istioKind({
  group: 'networking.istio.io',
  kind: 'Gateway',
  plural: 'gateways',
  shortNames: ['gw'],
  versions: ['v1', 'v1alpha3', 'v1beta1'],
  storage: 'v1',
  age: 'none',
  spec: GatewaySpec,
});
