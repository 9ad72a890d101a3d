import { as, list, map, message, string } from './schema/fields.ts';
import { Port } from './ports.ts';
import { istioKind } from './schema/istio-kind.ts';
import { ServerTLSSettings } from './server-tls.ts';

export const Server = message(
  '',
  {
    port: as(Port, ''),
    bind: string(),
    hosts: list(string(), ''),
    tls: as(ServerTLSSettings, ''),
    defaultEndpoint: string(),
    name: string(),
  },
  { required: ['port', 'hosts'] },
);

export const GatewaySpec = message('', {
  servers: list(Server, ''),
  selector: map(string(), ''),
});

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
