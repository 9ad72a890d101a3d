import { closest } from '../../../closest.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { gatewayName } from '../../names.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import { isGenerated } from './generated-gateway.ts';

/** A VirtualService names the gateways whose traffic it routes; `mesh` stands for all sidecars. */
export const gatewayNotFound = defineRule<{ reftype: 'gateway'; refval: string }>({
  slug: 'virtualservice/gateway-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every gateway that a VirtualService names exists.',
  hint: 'Write `<namespace>/<name>`; without a namespace it is that of the VirtualService.',
  kinds: ['VirtualService', 'Gateway', 'KubernetesGateway'],
  message: ({ refval }) => `there is no Gateway ${refval}`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, refval] of (service.spec.gateways ?? []).entries()) {
        if (refval === 'mesh' || isGenerated(refval)) continue;
        const { namespace, name } = gatewayName(refval, service.namespace);
        if (mesh.find('Gateway', namespace, name) !== undefined) continue;
        report(
          service,
          ['spec', 'gateways', index],
          { reftype: 'gateway', refval },
          { cause: `Gateway ${namespace}/${name}`, ...detailsOf(mesh, namespace, name) },
        );
      }
    }
  },
});

function detailsOf(mesh: Mesh, namespace: string, name: string): FindingDetails {
  const object = mesh.find('KubernetesGateway', namespace, name);
  if (object !== undefined)
    return {
      hint: 'VirtualServices take part in Gateways of Istio only; for one of Gateway API write an HTTPRoute.',
      related: [{ object, path: ['metadata', 'name'], message: 'a Gateway of Gateway API has this name' }],
    };
  const meant = gatewayMeant(mesh, namespace, name);
  return {
    ...(!mesh.isKnown('Gateway', namespace) && {
      severity: 'info',
      group: `${namespace}/${name}`,
      hint: `The input holds no Gateway of the namespace ${namespace}; if it is complete, say so: --assume complete.`,
    }),
    ...(meant !== undefined && {
      hint: `Did you mean ${fullName(meant)}?`,
      related: [{ object: meant, path: ['metadata', 'name'], message: 'the Gateway that is probably meant' }],
    }),
  };
}

/** The only Gateway of the name, or one of the namespace with a similar name. */
function gatewayMeant(mesh: Mesh, namespace: string, name: string): MeshObject<'Gateway'> | undefined {
  const [gateway, ...others] = mesh.of('Gateway').filter((other) => other.name === name);
  if (gateway !== undefined) return others.length === 0 ? gateway : undefined;
  const neighbours = mesh.of('Gateway').filter((other) => other.namespace === namespace);
  const meant = closest(
    name,
    neighbours.map((neighbour) => neighbour.name),
  );
  return neighbours.find((neighbour) => neighbour.name === meant);
}
