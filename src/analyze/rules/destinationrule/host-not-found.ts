import { expandHost } from '../../../expand-host.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { missingHostDetails } from '../../missing-host-details.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { hostsOfRule } from './hosts-of-rule.ts';

/** A DestinationRule for a host that nobody has changes nothing. */
export const destinationRuleHostNotFound = defineRule<{ host: string }>({
  slug: 'destinationrule/host-not-found',
  code: 'IST0174',
  severity: 'warning',
  summary: 'The host of a DestinationRule exists.',
  hint: 'Name a Service, or add a ServiceEntry for a host outside of the mesh.',
  kinds: ['DestinationRule', 'Service', 'ServiceEntry', ...workloadKinds],
  message: ({ host }) =>
    `no Service or ServiceEntry that this rule reaches has the host ${JSON.stringify(host)}`,
  check(mesh, report) {
    for (const rule of mesh.of('DestinationRule')) {
      const { host = '' } = rule.spec;
      if (hostsOfRule(mesh, rule).length > 0 || isFine(mesh, host)) continue;
      report(rule, ['spec', 'host'], { host }, detailsOf(mesh, rule, host));
    }
  },
});

/** A wildcard is for whatever hosts there may be, and an empty host is refused by itself; not so to istioctl. */
const isFine = ({ settings: { compat } }: Mesh, host: string): boolean =>
  !compat && (host === '' || host.startsWith('*') || host.endsWith('.svc.clusterset.local'));

function detailsOf(mesh: Mesh, { namespace }: MeshObject<'DestinationRule'>, host: string): FindingDetails {
  const echoOf = `Host ${expandHost(namespace, host)}`;
  const [hidden] = mesh.hosts.named(nameOf(namespace, host));
  if (hidden === undefined) return { ...missingHostDetails(mesh, namespace, host), echoOf };
  return {
    echoOf,
    hint: 'Export the host to this namespace, or put the rule into the namespace of the host.',
    related: [
      {
        object: hidden.object,
        path: ['metadata', 'name'],
        message: `${hidden.object.kind} ${fullName(hidden.object)} has the host, but is not exported here`,
      },
    ],
  };
}
