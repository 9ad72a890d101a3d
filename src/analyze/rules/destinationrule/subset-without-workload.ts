import type { Host } from '../../hosts.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import { hasEndpoint } from '../../subset-endpoints.ts';
import { isKind, selectorText, workloadKinds, type Labels } from '../../workloads.ts';
import { hostsOfRule } from './hosts-of-rule.ts';
import { podsWithTopology } from './pods-with-topology.ts';

type Args = Readonly<Record<'subset', string>>;
type Rule = MeshObject<'DestinationRule'>;

/** A subset without endpoints answers every request with 503. */
export const subsetWithoutWorkload = defineRule<Args>({
  slug: 'destinationrule/subset-without-workload',
  code: 'IST0173',
  severity: 'error',
  summary: 'Some workload of the host carries the labels of every subset.',
  hint: 'Compare the labels with those of the Pods, not with those of the Deployment.',
  kinds: ['DestinationRule', 'Service', 'ServiceEntry', 'Node', ...workloadKinds],
  message: ({ subset }) => `no workload of the host carries the labels of the subset ${subset}`,
  check(mesh, report) {
    const judge = mesh.settings.compat ? asIstioctl : bySelector;
    for (const rule of mesh.of('DestinationRule')) {
      const hosts = hostsOfRule(mesh, rule);
      if (hosts.length > 0) judge(mesh, rule, hosts, report);
    }
  },
});

/** Pods of any namespace; the selector of a Service does not matter. */
function asIstioctl(mesh: Mesh, rule: Rule, [host]: readonly Host[], report: Report<Args>): void {
  const { workloadSelector } =
    host !== undefined && isKind(host.object, 'ServiceEntry') ? host.object.spec : {};
  for (const [index, { name: subset = '', labels }] of (rule.spec.subsets ?? []).entries()) {
    const asked = { ...labels, ...workloadSelector?.labels };
    if (mesh.derive(podsWithTopology).matching(asked).length === 0)
      report(rule, ['spec', 'subsets', index], { subset });
  }
}

/** The workloads, or endpoints, that the host selects in its namespace. */
function bySelector(mesh: Mesh, rule: Rule, hosts: readonly Host[], report: Report<Args>): void {
  if (rule.spec.host?.startsWith('*') === true) return;
  for (const [index, { name: subset = '', labels = {} }] of (rule.spec.subsets ?? []).entries()) {
    const answers = new Set(hosts.map((host) => hasEndpoint(mesh, host, labels)));
    if (answers.has('yes')) continue;
    if (answers.has('unknown')) report.undecided(rule, 'the workloads of the host are not in the input');
    else
      report(
        rule,
        ['spec', 'subsets', index, 'labels'],
        { subset },
        { related: hosts.map(selectorOf(labels)) },
      );
  }
}

const selectorOf =
  (labels: Labels) =>
  ({ object }: Host) => ({
    object,
    path: isKind(object, 'Service') ? ['spec', 'selector'] : ['spec'],
    message: `nothing that this selects carries ${selectorText(labels)}`,
  });
