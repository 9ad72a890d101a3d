import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { selectedWorkloads, withoutWorkloads } from '../../selected-workloads.ts';
import { selectorText, workloadKinds, type Labels } from '../../workloads.ts';

const policies = [
  ...(['PeerAuthentication', 'RequestAuthentication', 'ProxyConfig'] as const),
  ...(['WasmPlugin', 'TrafficExtension', 'EnvoyFilter'] as const),
] as const;

/** What selects workloads by labels does nothing when none has them; other rules tell of the other kinds. */
export const selectorNotFound = defineRule<{ labels: string; kind: string }>({
  slug: 'policy/selector-not-found',
  code: 'MSH0133',
  severity: 'warning',
  summary: 'The labels that a policy selects by are those of some workload.',
  hint: 'Compare the labels with those of the Pods; only in the root namespace do policies select in all namespaces.',
  kinds: [...policies, ...workloadKinds],
  message: ({ labels, kind }) =>
    `the ${kind} has no effect: no workload that it can be for has the labels ${labels}`,
  check(mesh, report) {
    for (const kind of policies) {
      for (const policy of mesh.of(kind)) {
        const { labels, path } = selectorOf(policy);
        if (Object.keys(labels).length === 0 || gatewayLabel in labels) continue;
        if (selectedWorkloads(mesh, policy, labels).length > 0) continue;
        report(policy, path, { labels: selectorText(labels), kind }, unsure(mesh, policy, kind));
      }
    }
  },
});

/** The proxies that istiod makes are in no input. */
const gatewayLabel = 'gateway.networking.k8s.io/gateway-name';

function selectorOf(policy: MeshObject<(typeof policies)[number]>): { labels: Labels; path: string[] } {
  const { spec } = policy;
  return 'workloadSelector' in spec
    ? { labels: spec.workloadSelector.labels ?? {}, path: ['spec', 'workloadSelector', 'labels'] }
    : {
        labels: ('selector' in spec ? spec.selector.matchLabels : undefined) ?? {},
        path: ['spec', 'selector', 'matchLabels'],
      };
}

const unsure = (mesh: Mesh, { namespace }: MeshObject, kind: string): ReturnType<typeof withoutWorkloads> =>
  withoutWorkloads(mesh, namespace === mesh.rootNamespace ? undefined : namespace, `${kind} ${namespace}`);
