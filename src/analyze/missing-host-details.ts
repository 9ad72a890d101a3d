import { expandHost, serviceOf } from './hosts.ts';
import { isHostGiven } from './known-hosts.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import type { FindingDetails } from './rule.ts';

/** What to say of a host that nobody has, which an object of `home` names. */
export function missingHostDetails(mesh: Mesh, home: string, host: string): FindingDetails {
  const fqdn = expandHost(home, host);
  const cause = `Host ${fqdn}`;
  const meant = serviceMeant(mesh, host);
  if (meant !== undefined) {
    const full = `${meant.name}.${meant.namespace}.svc.cluster.local`;
    return {
      cause,
      hint: `Istio completes only names without a dot: write ${full}.`,
      related: [{ object: meant, path: ['metadata', 'name'], message: 'the Service that is probably meant' }],
    };
  }
  if (isHostGiven(mesh, home, host)) return { cause };
  const { namespace } = serviceOf(home, fqdn);
  return {
    ...{ cause, severity: 'info', group: fqdn },
    hint: fqdn.endsWith('.svc.cluster.local')
      ? `The input holds nothing that the namespace ${namespace} offers; if it is complete, say so: --assume complete.`
      : 'The input holds no ServiceEntry of this namespace; if it is complete, say so: --assume complete.',
  };
}

/** `reviews.shop` and `reviews.shop.svc` mean nothing to Istio, but somebody meant something. */
function serviceMeant(mesh: Mesh, host: string): MeshObject<'Service'> | undefined {
  const [name = '', namespace = '', ...rest] = host.split('.');
  if (rest.length > 1 || (rest.length === 1 && rest[0] !== 'svc')) return undefined;
  return mesh.find('Service', namespace, name);
}
