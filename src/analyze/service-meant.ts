import { closest } from '../closest.ts';
import { expandHost } from '../expand-host.ts';
import { groupBy } from '../group-by.ts';
import { isClusterHost, serviceOf } from './hosts.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

/** A Service that fits a host which nobody has, and what to write for it. */
export interface MeantService {
  readonly service: MeshObject<'Service'>;
  readonly hint: string;
  /** It can only be this one; otherwise the host may live in the cluster. */
  readonly isSure: boolean;
}

/** The Service that an object of the namespace `home` probably means by a host that nobody has. */
export function serviceMeant(mesh: Mesh, home: string, host: string): MeantService | undefined {
  const shortened = byShortenedName(mesh, host);
  if (shortened !== undefined) {
    const hint = `Istio completes only names without a dot: write ${fullHost(shortened)}.`;
    return { service: shortened, hint, isSure: true };
  }
  return isClusterHost(host)
    ? (inOtherNamespace(mesh, home, host) ?? ofLikeName(mesh, home, host))
    : undefined;
}

/** `reviews.shop` and `reviews.shop.svc` mean nothing to Istio, but somebody meant something. */
function byShortenedName(mesh: Mesh, host: string): MeshObject<'Service'> | undefined {
  const [name = '', namespace = '', ...rest] = host.split('.');
  if (rest.length > 1 || (rest.length === 1 && rest[0] !== 'svc')) return undefined;
  return mesh.find('Service', namespace, name);
}

function inOtherNamespace(mesh: Mesh, home: string, host: string): MeantService | undefined {
  const { name } = serviceOf(home, host);
  const [service, ...others] = mesh.derive(servicesByName).get(name) ?? [];
  if (service === undefined || others.length > 0) return undefined;
  const start = host.includes('.') ? '' : 'A name without a dot means the own namespace. ';
  return {
    service,
    hint: `${start}The Service is in ${service.namespace}: write ${fullHost(service)}.`,
    isSure: false,
  };
}

function ofLikeName(mesh: Mesh, home: string, host: string): MeantService | undefined {
  const { namespace, name } = serviceOf(home, host);
  const neighbours = mesh.of('Service').filter((service) => service.namespace === namespace);
  const meant = closest(
    name,
    neighbours.map((service) => service.name),
  );
  const service = neighbours.find((neighbour) => neighbour.name === meant);
  if (service === undefined) return undefined;
  return {
    service,
    hint: `Did you mean ${host.includes('.') ? fullHost(service) : service.name}?`,
    isSure: false,
  };
}

const fullHost = ({ name, namespace }: MeshObject<'Service'>): string => expandHost(namespace, name);

const servicesByName = (mesh: Mesh): ReadonlyMap<string, readonly MeshObject<'Service'>[]> =>
  groupBy(mesh.of('Service'), ({ name }) => name);
