import { defineRule } from '../../rule.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import { selectorText, podKinds } from '../../workloads.ts';

/** A Service without workloads answers nobody. */
export const selectsNothing = defineRule<{ selector: string; namespace: string }>({
  slug: 'service/selects-nothing',
  code: 'MSH0142',
  severity: 'warning',
  summary: 'The selector of a Service fits a workload.',
  hint: 'Compare it with the labels of the Pods: of a Deployment, those of its template.',
  kinds: ['Service', ...podKinds],
  message: ({ selector, namespace }) => `no workload of the namespace ${namespace} carries ${selector}`,
  check(mesh, report) {
    for (const [service, workloads] of serviceWorkloads(mesh).selectedBy) {
      const { namespace, spec } = service;
      const { selector = {}, type } = spec;
      if (workloads.length > 0 || type === 'ExternalName' || gatewayName in selector) continue;
      const isComplete = mesh.settings.assume === 'complete';
      if (!isComplete && mesh.workloads.in(namespace).length === 0) {
        report.undecided(service, 'the input holds no workload of its namespace');
        continue;
      }
      const args = { selector: selectorText(selector), namespace };
      report(service, ['spec', 'selector'], args, { ...(!isComplete && { severity: 'info' }) });
    }
  },
});

/** Pods of gateways that a controller makes when the Gateway is there. */
const gatewayName = 'gateway.networking.k8s.io/gateway-name';
