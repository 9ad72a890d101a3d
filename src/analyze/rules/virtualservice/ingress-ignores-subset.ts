import { isInMesh } from '../../attachment.ts';
import { destinationsOf, type Destination } from '../../destinations.ts';
import { expandHost } from '../../../expand-host.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule } from '../../rule.ts';

/** Gateways follow the VirtualServices attached to them; the subsets that sidecars choose are nothing to them. */
export const ingressIgnoresSubset = defineRule<{ virtualservicesubset: string; virtualservice: string }>({
  slug: 'virtualservice/ingress-ignores-subset',
  code: 'IST0140',
  severity: 'warning',
  summary: 'A Gateway sends requests to the same subsets of a host as the sidecars of the mesh do.',
  hint: 'Choose the subset in this route too, or add the Gateway to the VirtualService of the host.',
  kinds: ['VirtualService'],
  onePerObject: true,
  message: ({ virtualservicesubset }) =>
    `requests from the Gateway go to all of the host: the subsets that VirtualService ${virtualservicesubset} chooses do not count here`,
  check(mesh, report) {
    const chosen = mesh.derive(subsetsByHost);
    for (const destination of mesh.derive(destinationsOf)) {
      const { service, host, path } = destination;
      if (!isHttpRoute(destination) || destination.subset !== '' || !isAtGateway(mesh, service)) continue;
      for (const { object, place } of chosen.get(keyOf(mesh, service, host)) ?? []) {
        if (!mesh.settings.compat && (object === service || !isInMesh(object))) continue;
        report(
          service,
          [...path, 'host'],
          { virtualservicesubset: fullName(object), virtualservice: fullName(service) },
          { related: [{ object, path: place, message: 'the subset for the sidecars of the mesh' }] },
        );
      }
    }
  },
});

interface Choice {
  readonly object: MeshObject<'VirtualService'>;
  readonly place: Path;
}

/** The VirtualServices that have a host and send its requests to a subset of it. */
function subsetsByHost(mesh: Mesh): ReadonlyMap<string, readonly Choice[]> {
  const chosen = new Map<string, Choice[]>();
  for (const destination of mesh.derive(destinationsOf)) {
    const { service: object, host, path } = destination;
    if (!routesOwnHost(mesh, destination)) continue;
    const key = keyOf(mesh, object, host);
    const known = chosen.get(key) ?? [];
    chosen.set(key, known);
    if (known.at(-1)?.object !== object) known.push({ object, place: [...path, 'subset'] });
  }
  return chosen;
}

const isHttpRoute = ({ protocol, mirror }: Destination): boolean => protocol === 'http' && !mirror;

function routesOwnHost(mesh: Mesh, destination: Destination): boolean {
  const { service, host, subset } = destination;
  if (!isHttpRoute(destination) || subset === '') return false;
  const key = keyOf(mesh, service, host);
  return (service.spec.hosts ?? []).some((own) => keyOf(mesh, service, own) === key);
}

/** istioctl compares hosts as they are written. */
const keyOf = (
  { settings: { compat } }: Mesh,
  { namespace }: MeshObject<'VirtualService'>,
  host: string,
): string => (compat ? host : expandHost(namespace, host));

const isAtGateway = (
  { settings: { compat } }: Mesh,
  { spec: { gateways = [] } }: MeshObject<'VirtualService'>,
): boolean => gateways.some((name) => compat || name !== 'mesh');
