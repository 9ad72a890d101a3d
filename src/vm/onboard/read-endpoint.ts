import { isIP } from 'node:net';
import { compareText } from '../../compare-text.ts';
import { messageOf } from '../../errors.ts';
import { isObject, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import type { ClusterObjects } from '../facts/cluster-objects.ts';

/** Where the VM will reach istiod. */
export interface Endpoint {
  /** The first one is used; none when `reason` says why. */
  readonly addresses: readonly string[];
  /** Where they are from: `--address`, `the Service istio-system/istio-eastwestgateway`. */
  readonly origin: string;
  /** The name that the addresses were looked up for. */
  readonly hostname?: string;
  readonly reason?: string;
}

export interface EndpointRequest {
  /** An IP address, or a name to look up. */
  readonly address?: string;
  /** Service of the gateway, as `name` or `name.namespace`. */
  readonly service: string;
  readonly istioNamespace: string;
  /** All addresses of a name; rejects when there are none. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
}

/**
 * Finds the address of the gateway: the one given, else addresses of the load balancer of its Service, else what the
 * name of the load balancer stands for, else the external addresses of the Service.
 */
export async function readEndpoint(objects: ClusterObjects, request: EndpointRequest): Promise<Endpoint> {
  const { address, service, istioNamespace } = request;
  if (address !== undefined) return endpointAt(address, '--address', request);
  const parts = service.split('.');
  const [name = '', namespace = istioNamespace] = parts.length === 2 ? parts : [service];
  const found = await objects.find('Service', namespace, name);
  const origin = `the Service ${namespace}/${name}`;
  if (found === undefined)
    return { addresses: [], origin, reason: `there is no Service ${namespace}/${name} in ${objects.name}` };
  return endpointOf(found, origin, request);
}

async function endpointAt(address: string, origin: string, request: EndpointRequest): Promise<Endpoint> {
  if (isIP(address) > 0) return { addresses: [address], origin };
  try {
    const addresses = [...(await request.resolve(address))].sort(
      (a, b) => isIP(a) - isIP(b) || compareText(a, b),
    );
    return { addresses, origin, hostname: address };
  } catch (error) {
    return {
      ...{ addresses: [], origin, hostname: address },
      reason: `the name ${address} of ${origin} cannot be looked up here: ${messageOf(error)}`,
    };
  }
}

async function endpointOf(service: JsonObject, origin: string, request: EndpointRequest): Promise<Endpoint> {
  const ingress = listOf(valueIn(service, 'status', 'loadBalancer', 'ingress'));
  const addresses = addressesIn(ingress.map((one) => valueIn(one, 'ip')));
  const [hostname] = textsOf(ingress.map((one) => valueIn(one, 'hostname')));
  if (addresses.length > 0) return { addresses, origin };
  if (hostname !== undefined) return endpointAt(hostname, origin, request);
  const externals = listOf(valueIn(service, 'spec', 'externalIPs'));
  const external = addressesIn(externals);
  if (external.length > 0) return { addresses: external, origin };
  const wrong = plainText(isObject(ingress[0]) ? ingress[0].ip : externals[0]);
  return { addresses: [], origin, reason: whyNone(service, origin, wrong) };
}

function whyNone(service: JsonObject, origin: string, wrong: string): string {
  if (wrong !== '') return `${origin} has ${JSON.stringify(wrong)} for an address`;
  return valueIn(service, 'spec', 'type') === 'LoadBalancer'
    ? `the load balancer of ${origin} has no address yet`
    : `${origin} has no address outside of the cluster`;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const textsOf = (values: readonly (Json | undefined)[]): string[] =>
  values.map(plainText).filter((text) => text !== '');
/** What is no address does not get into the hosts of a machine. */
const addressesIn = (values: readonly (Json | undefined)[]): string[] =>
  textsOf(values).filter((text) => isIP(text) > 0);
