import { groupBy } from '../../../group-by.ts';
import { workloadKinds } from '../../workloads.ts';
import { gatewaysOf } from '../../attachment.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { Path } from '../../../path.ts';
import { defineRule, type FindingDetails } from '../../rule.ts';
import { carries, type Workload } from '../../workloads.ts';

/** Claims of a token can be matched only where a RequestAuthentication has read the token. */
export const claimWithoutAuthentication = defineRule<{ key: string; gateway: string; pod: string }>({
  slug: 'virtualservice/claim-without-authentication',
  code: 'IST0149',
  severity: 'error',
  summary: 'A Gateway whose routes match claims of JWTs has a RequestAuthentication.',
  hint: 'Add a RequestAuthentication that selects the Pods of the Gateway.',
  kinds: ['VirtualService', 'Gateway', 'RequestAuthentication', ...workloadKinds],
  onePerObject: true,
  message: ({ key, gateway, pod }) =>
    `${key} never matches: no RequestAuthentication reads tokens on ${pod}, which serves Gateway ${gateway}`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      const claim = firstClaim(service);
      if (claim === undefined) continue;
      for (const gateway of gatewaysOf(mesh, service)) {
        const proxies = mesh.workloads.matching(gateway.spec.selector ?? {});
        for (const workload of proxies.filter((proxy) => !readsTokens(mesh, proxy))) {
          report(
            service,
            claim.path,
            { key: claim.key, gateway: fullName(gateway), pod: workload.object.name },
            { at: 'key', ...detailsOf(mesh, gateway, workload) },
          );
        }
      }
    }
  },
});

const claimKey = /^@request\.auth\.claims(\..|\[.+\])/i;

function firstClaim({
  spec: { http = [] },
}: MeshObject<'VirtualService'>): { key: string; path: Path } | undefined {
  for (const [index, { match = [] }] of http.entries()) {
    for (const [number, { headers = {}, withoutHeaders = {} }] of match.entries()) {
      for (const [name, matched] of Object.entries({ headers, withoutHeaders })) {
        const key = Object.keys(matched).find((header) => claimKey.test(header));
        if (key !== undefined) return { key, path: ['spec', 'http', index, 'match', number, name, key] };
      }
    }
  }
  return undefined;
}

/** Whether a RequestAuthentication of the mesh or of its namespace selects a workload. */
function readsTokens(mesh: Mesh, { namespace, labels }: Workload): boolean {
  const { compat } = mesh.settings;
  const root = compat ? 'istio-system' : mesh.rootNamespace;
  const policies = mesh.derive(policiesByNamespace);
  return [root, namespace].some((home) =>
    (policies.get(home) ?? []).some(
      ({ spec: { selector, targetRef, targetRefs = [] } }) =>
        carries(labels, selector?.matchLabels ?? {}) &&
        (compat || (targetRef === undefined && targetRefs.length === 0)),
    ),
  );
}

const policiesByNamespace = (
  mesh: Mesh,
): ReadonlyMap<string, readonly MeshObject<'RequestAuthentication'>[]> =>
  groupBy(mesh.of('RequestAuthentication'), ({ namespace }) => namespace);

/** One finding for all the proxies of a Gateway; information where policies may live elsewhere. */
function detailsOf(mesh: Mesh, gateway: MeshObject<'Gateway'>, { namespace }: Workload): FindingDetails {
  const group = fullName(gateway);
  const related = [{ object: gateway, path: ['spec', 'selector'], message: 'the Gateway' }];
  if ([mesh.rootNamespace, namespace].some((home) => mesh.isKnown('RequestAuthentication', home)))
    return { group, related };
  return {
    ...{ group, related, severity: 'info' },
    hint: `The input holds no RequestAuthentication of ${mesh.rootNamespace} or ${namespace}; if it is complete, say so: --assume complete.`,
  };
}
