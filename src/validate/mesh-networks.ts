import type { Static } from 'typebox';
import type { MeshNetworks, Network } from '../api/mesh-networks.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkSubnet, isIpAddress } from './values/addresses.ts';
import { checkFqdn, isDnsLabel, isFqdn } from './values/hosts.ts';
import { checkPort } from './values/ports.ts';

type NetworkSpec = Loose<Static<typeof Network>>;
type Endpoint = NonNullable<NetworkSpec['endpoints']>[number];
type Gateway = NonNullable<NetworkSpec['gateways']>[number];

const registryName = errorRule({
  slug: 'network/registry-name',
  summary: 'The name of a registry, which is that of a cluster, is a DNS label.',
  message: ({ name }: { name: string }) => `${JSON.stringify(name)} is not the name of a registry`,
  hint: 'At most 63 letters, digits and inner hyphens.',
});

const gatewayAddress = errorRule({
  slug: 'network/gateway-address',
  summary: 'The gateway of a network has an IP address or a DNS name.',
  message: ({ address }: { address: string }) =>
    `${JSON.stringify(address)} is neither an IP address nor a DNS name`,
});

const gatewayPort = errorRule({
  slug: 'network/gateway-port',
  summary: 'The gateway of a network has a port.',
  message: () => 'the gateway has no `port`',
});

export const meshNetworksRules: readonly RuleInfo[] = [registryName, gatewayAddress, gatewayPort];

/** The rules of Istio for the networks of a mesh. */
export const checkMeshNetworks: Check<Loose<Static<typeof MeshNetworks>>> = (
  { networks = {} },
  { report },
) => {
  for (const [name, { endpoints = [], gateways = [] }] of Object.entries(networks)) {
    const path = ['networks', name];
    for (const [index, endpoint] of endpoints.entries())
      checkEndpoint(endpoint, [...path, 'endpoints', index], report);
    for (const [index, gateway] of gateways.entries())
      checkGateway(gateway, [...path, 'gateways', index], report);
  }
};

/** Where both fields are given, Istio reads the last. */
function checkEndpoint({ fromCidr, fromRegistry }: Endpoint, path: Path, report: Report): void {
  if (fromRegistry !== undefined) {
    if (!isDnsLabel(fromRegistry)) report(registryName, [...path, 'fromRegistry'], { name: fromRegistry });
  } else if (fromCidr !== undefined) {
    checkSubnet(fromCidr, [...path, 'fromCidr'], report);
  }
}

function checkGateway(gateway: Gateway, path: Path, report: Report): void {
  const { registryServiceName, address, port } = gateway;
  if (address !== undefined) {
    if (!isIpAddress(address) && !isFqdn(address)) report(gatewayAddress, [...path, 'address'], { address });
  } else if (registryServiceName !== undefined) {
    checkFqdn(registryServiceName, [...path, 'registryServiceName'], report);
  }
  if (port === undefined) report(gatewayPort, [...path, 'port'], {});
  else checkPort(port, [...path, 'port'], report);
}
