import { list, map, message, string, uint32 } from './schema/fields.ts';

export const NetworkNetworkEndpoints = message('', {
  fromCidr: string(),
  fromRegistry: string(),
});

export const NetworkIstioNetworkGateway = message('', {
  registryServiceName: string(),
  address: string(),
  port: uint32(),
  locality: string(),
});

export const Network = message('', {
  endpoints: list(NetworkNetworkEndpoints, ''),
  gateways: list(NetworkIstioNetworkGateway, ''),
});

export const MeshNetworks = message('', {
  networks: map(Network, ''),
});
