import type { FindingDetails } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { carries, selectorText, workloadKinds, type Workload } from '../../workloads.ts';
import { workloadsOfGateway } from './gateway-workloads.ts';
import { operatorGateways } from './operator-gateways.ts';
import { overlapping } from './overlapping.ts';

/** A Gateway configures proxies by their labels; without proxies nobody listens. */
export const selectorNotFound = defineRule<{ reftype: 'selector'; refval: string }>({
  slug: 'gateway/selector-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'A Gateway selects proxies that exist.',
  hint: 'Compare the labels with those of the Pods of the gateway: `istio: ingressgateway` is a custom, not a rule.',
  kinds: ['Gateway', 'IstioOperator', ...workloadKinds],
  message: ({ refval }) =>
    `no proxy has the labels ${refval === '' ? '(none)' : refval}: nobody opens these ports`,
  check(mesh, report) {
    for (const gateway of mesh.of('Gateway')) {
      const { selector = {} } = gateway.spec;
      if (!isMissing(mesh, gateway)) continue;
      const [first] = Object.keys(selector).sort();
      const path = ['spec', 'selector', ...(first === undefined ? [] : [first])];
      const refval = selectorText(selector);
      report(
        gateway,
        path,
        { reftype: 'selector', refval },
        { cause: `Workload of Gateway ${gateway.namespace}/${gateway.name}`, ...unsure(mesh, refval) },
      );
    }
  },
});

function isMissing(mesh: Mesh, gateway: MeshObject<'Gateway'>): boolean {
  const { selector = {}, servers = [] } = gateway.spec;
  if (mesh.settings.compat) {
    const [first] = workloadsOfGateway(mesh, gateway);
    // istioctl takes a Pod without a namespace for none, and asks of Gateways without servers that others share the Pod.
    if (first === undefined || first.namespace === '') return true;
    return servers.length === 0 && selectorText(selector) !== '' && !isShared(mesh, selector);
  }
  if (Object.keys(selector).length === 0 || workloadsOfGateway(mesh, gateway).length > 0) return false;
  return !mesh.derive(operatorGateways).some((labels) => carries(labels, selector));
}

const isShared = (mesh: Mesh, selector: Readonly<Record<string, string>>): boolean =>
  mesh
    .of('Gateway')
    .some(({ spec }) => (spec.servers ?? []).length > 0 && overlapping(mesh, selector, spec.selector ?? {}));

/** Gateways are often installed by other means than the configuration that is for them. */
const unsure = (mesh: Mesh, labels: string): FindingDetails =>
  mesh.settings.assume === 'complete' || mesh.derive(holdsGatewayProxy)
    ? {}
    : {
        severity: 'info',
        group: labels,
        hint: 'The input holds no gateway proxy at all; if it is complete, say so: --assume complete.',
      };

/** Whether the input holds the proxy of some gateway, so that others would be there too. */
function holdsGatewayProxy(mesh: Mesh): boolean {
  const labels = new Map<string, Readonly<Record<string, string>>>();
  for (const { spec } of mesh.of('Gateway'))
    labels.set(selectorText(spec.selector ?? {}), spec.selector ?? {});
  labels.delete('');
  const selectors = [...labels.values()];
  return mesh.workloads.all.some(
    (workload) => isProxy(workload) || selectors.some((selector) => carries(workload.labels, selector)),
  );
}

const isProxy = ({ annotations, pod }: Workload): boolean =>
  (annotations['inject.istio.io/templates'] ?? '').split(',').includes('gateway') ||
  (pod?.containers?.length === 1 && pod.containers[0]?.name === 'istio-proxy');
