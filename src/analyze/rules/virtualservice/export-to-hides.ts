import { isInMesh } from '../../attachment.ts';
import { destinationsOf, type Destination } from '../../destinations.ts';
import { hostsSeenBy, nameOf, usersOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { rulesByHost } from '../../rules-by-host.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';

/** What a route needs may exist and yet be kept from the namespace that needs it. */
export const exportToHides = defineRule<{ host: string; subset: string; namespace: string }>({
  slug: 'virtualservice/export-to-hides',
  code: 'MSH0105',
  severity: 'error',
  summary: 'What a VirtualService routes to is exported to where it is used.',
  hint: 'Add the namespace to `exportTo` (on Services: the annotation `networking.istio.io/exportTo`).',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'DestinationRule', 'Gateway', ...workloadKinds],
  message: ({ host, subset, namespace }) =>
    `${subset === '' ? host : `the subset ${subset} of ${host}`} exists, but is not exported to ${namespace}`,
  check(mesh, report) {
    if (mesh.settings.compat) return;
    for (const destination of mesh.derive(destinationsOf)) {
      const { service, host, path } = destination;
      const hidden = hiddenHost(mesh, destination) ?? hiddenSubset(mesh, destination);
      if (hidden === undefined) continue;
      const { object, at, subset } = hidden;
      report(
        service,
        [...path, subset === '' ? 'host' : 'subset'],
        { host, subset, namespace: service.namespace },
        {
          related: [
            { object, path: at, message: `${object.kind} ${fullName(object)} is exported elsewhere` },
          ],
        },
      );
    }
  },
});

interface Hidden {
  readonly object: MeshObject;
  readonly at: Path;
  readonly subset: string;
}

function hiddenHost(mesh: Mesh, { service, host }: Destination): Hidden | undefined {
  if (hostsSeenBy(mesh, service, host).length > 0) return undefined;
  const [held] = mesh.hosts.named(nameOf(service.namespace, host));
  if (held === undefined) return undefined;
  const { object } = held;
  const at = object.kind === 'ServiceEntry' ? ['spec', 'exportTo'] : ['metadata', 'annotations'];
  return { object, at, subset: '' };
}

/** Only where all users of a VirtualService are known; one for the whole mesh may be used where the rule is seen. */
function hiddenSubset(mesh: Mesh, { service, host, subset }: Destination): Hidden | undefined {
  if (subset === '' || isForAll(service)) return undefined;
  const rules = mesh
    .derive(rulesByHost)
    .for(service.namespace, host)
    .filter(({ spec: { subsets = [] } }) => subsets.some(({ name }) => name === subset));
  const users = usersOf(mesh, service);
  const [first] = rules;
  if (first === undefined || rules.some((rule) => [...users].some((user) => isSeen(rule, user))))
    return undefined;
  return { object: first, at: ['spec', 'exportTo'], subset };
}

const isForAll = (service: MeshObject<'VirtualService'>): boolean => {
  const { exportTo = [] } = service.spec;
  return isInMesh(service) && (exportTo.length === 0 || exportTo.includes('*'));
};

const isSeen = (
  { namespace, spec: { exportTo = [] } }: MeshObject<'DestinationRule'>,
  user: string,
): boolean =>
  exportTo.length === 0 || exportTo.some((to) => to === '*' || (to === '.' ? namespace : to) === user);
