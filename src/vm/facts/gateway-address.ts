import { isIP } from 'node:net';
import { isObject, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import type { ClusterObjects } from './cluster-objects.ts';
import type { GatewayAddress } from './vm-facts.ts';

/**
 * The address of the gateway that leads to istiod: the one given, if it is an IP address, else that of its Service.
 * `service` is `name` or `name.namespace`; a name with more dots is that of a Service in the namespace of the control
 * plane, as in other tools.
 */
export async function gatewayAddress(
  objects: ClusterObjects,
  { ip, service, istioNamespace }: { ip?: string; service: string; istioNamespace: string },
): Promise<GatewayAddress> {
  if (ip !== undefined && isIP(ip) > 0) return { address: ip };
  const parts = service.split('.');
  const [name = '', namespace = istioNamespace] = parts.length === 2 ? parts : [service];
  const found = await objects.find('Service', namespace, name);
  const hint = 'say the address of the gateway with --ingress-ip, or its Service with --ingress-service';
  if (found === undefined)
    return { reason: `there is no Service ${namespace}/${name} in ${objects.name}`, hint };
  return addressOf(found) ?? { ...whyNone(found, `${namespace}/${name}`), hint };
}

/** Addresses of the Service itself count only where no load balancer has answered at all. */
function addressOf(service: JsonObject): GatewayAddress | undefined {
  const ingress = listOf(valueIn(service, 'status', 'loadBalancer', 'ingress'));
  const [first] = ingress;
  const address = plainText(ingress.length > 0 ? valueIn(first, 'ip') : firstExternal(service));
  return isIP(address) === 0 ? undefined : { address };
}

const firstExternal = (service: JsonObject): Json | undefined =>
  listOf(valueIn(service, 'spec', 'externalIPs'))[0];

function whyNone(service: JsonObject, name: string): { readonly reason: string } {
  const [first] = listOf(valueIn(service, 'status', 'loadBalancer', 'ingress'));
  const hostname = isObject(first) ? plainText(first.hostname) : '';
  if (hostname !== '')
    return { reason: `the load balancer of ${name} has no address, but the name ${hostname}` };
  const wrong = plainText(isObject(first) ? first.ip : firstExternal(service));
  if (wrong !== '') return { reason: `the Service ${name} has ${JSON.stringify(wrong)} for an address` };
  if (valueIn(service, 'spec', 'type') === 'LoadBalancer')
    return { reason: `the load balancer of ${name} has no address yet` };
  return { reason: `the Service ${name} has no external address` };
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
