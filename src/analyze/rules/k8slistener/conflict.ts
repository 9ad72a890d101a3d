import { listenerConflicts } from '../../gateway-api/index.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** Of listeners that cannot share a port the first is served: those of the Gateway, then ListenerSets by age and name. */
export const conflict = defineRule<{ listener: string; other: string; reason: string }>({
  slug: 'k8slistener/conflict',
  code: 'MSH0221',
  severity: 'error',
  summary: 'Listeners on one port of a Gateway get along: HTTP, HTTPS and TLS by hostname, TCP alone.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  scope: 'unit',
  message: ({ listener, other, reason }) =>
    `listener ${listener} is not served: ${other} has its port ${reason === 'HostnameConflict' ? 'and hostname' : 'with a protocol that does not go with it'}`,
  hint: 'Use another port or another hostname.',
  check(mesh, report) {
    for (const { listener, first, reason } of listenerConflicts(mesh)) {
      const other = `listener ${first.name} of ${first.owner.resource.kind} ${fullName(first.owner)}`;
      const related = [{ object: first.owner, path: first.path, message: 'the listener that is served' }];
      report(listener.owner, listener.path, { listener: listener.name, other, reason }, { related });
    }
  },
});
