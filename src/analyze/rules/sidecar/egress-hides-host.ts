import { isInMesh } from '../../attachment.ts';
import { expandHost } from '../../../expand-host.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import { defaultSidecars, letsKnow } from './egress-hosts.ts';

type Args = Readonly<Record<'host' | 'sidecar', string>>;
type Ruling = MeshObject<'VirtualService'> | MeshObject<'DestinationRule'>;

/** What a Sidecar does not list, its workloads do not know: neither the host, nor the rules about it. */
export const egressHidesHost = defineRule<Args>({
  slug: 'sidecar/egress-hides-host',
  code: 'MSH0108',
  severity: 'warning',
  summary: 'The Sidecar of a namespace lists the hosts for which the namespace has rules.',
  hint: 'Add the host to `egress` of the Sidecar, or delete the rule.',
  kinds: ['Sidecar', 'VirtualService', 'DestinationRule', 'Service', 'ServiceEntry'],
  message: ({ host, sidecar }) =>
    `Sidecar ${sidecar} does not list ${host}, so this changes nothing for the workloads of the namespace`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      if (!isInMesh(service)) continue;
      const { hosts = [] } = service.spec;
      reportHidden(mesh, report, service, hosts, ['spec', 'hosts', 0], service.namespace);
    }
    for (const rule of mesh.of('DestinationRule')) {
      const { host = '' } = rule.spec;
      const [held] = mesh.hosts.named(nameOf(rule.namespace, host));
      if (held === undefined) continue;
      reportHidden(mesh, report, rule, [host], ['spec', 'host'], held.object.namespace);
    }
  },
});

/**
 * Reports a rule none of whose hosts the namespace knows; a VirtualService is known by its hosts and its own namespace,
 * and brings along what it routes to.
 */
function reportHidden(
  mesh: Mesh,
  report: Report<Args>,
  object: Ruling,
  hosts: readonly string[],
  path: readonly (string | number)[],
  home: string,
): void {
  const { namespace } = object;
  const sidecars = mesh.derive(defaultSidecars);
  const sidecar = sidecars.get(namespace) ?? sidecars.get(undefined);
  const [host] = hosts;
  if (sidecar === undefined || host === undefined || hosts.some((own) => isForOthers(mesh, namespace, own)))
    return;
  if (hosts.some((own) => letsKnow(sidecar, namespace, home, expandHost(namespace, own)))) return;
  report(
    object,
    path,
    { host, sidecar: fullName(sidecar) },
    { related: [{ object: sidecar, path: ['spec', 'egress'], message: 'the hosts that the Sidecar lists' }] },
  );
}

/** Rules for what the namespace offers itself are for its clients; nothing is said of wildcards. */
const isForOthers = (mesh: Mesh, namespace: string, host: string): boolean =>
  host.startsWith('*') ||
  mesh.hosts
    .named(nameOf(namespace, host))
    .some(
      ({ object }) =>
        object.namespace === namespace &&
        (object.kind === 'Service' || object.spec.location === 'MESH_INTERNAL'),
    );
