import { list, map, message, string, uint32 } from './schema/fields.ts';

export const NetworkNetworkEndpoints = message('A set of endpoints belonging to a network.', {
  fromCidr: string(
    'Address range in CIDR form whose endpoints belong to the network. Excludes `fromRegistry`.',
  ),
  fromRegistry: string(
    'Name of the cluster all of whose endpoints belong to the network. Excludes `fromCidr`.',
  ),
});

export const NetworkIstioNetworkGateway = message('A gateway through which other networks enter this one.', {
  registryServiceName: string(
    "Fully qualified name of the gateway's Kubernetes service. Excludes `address`.",
  ),
  address: string(
    'IP address or DNS name at which the gateway is reachable from outside. Excludes `registryServiceName`.',
  ),
  port: uint32('Port of the gateway for cross-network traffic, usually 15443.'),
  locality: string('Where the gateway stands, as `region/zone`, for picking a close one.'),
});

export const Network = message('One network, within which endpoints reach each other directly.', {
  endpoints: list(NetworkNetworkEndpoints, 'What belongs to the network, by address range or by cluster.'),
  gateways: list(NetworkIstioNetworkGateway, 'Ways into the network for clients outside it.'),
});

export const MeshNetworks = message('The networks of a multi-network mesh, and how to get into them.', {
  networks: map(Network, 'Network name mapped to the endpoints it contains and the gateways leading to it.'),
});
