import { listenerSetsOf, mayExist } from '../../gateway-api/index.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** A Gateway lets in no ListenerSet unless it says so: `allowedListeners`. */
export const notAllowed = defineRule<{ gateway: string; namespace: string; reason: 'denied' | 'undecided' }>({
  slug: 'listenerset/not-allowed',
  code: 'MSH0225',
  severity: 'error',
  summary: 'The Gateway of a ListenerSet lets in ListenerSets of its namespace.',
  kinds: ['ListenerSet', 'KubernetesGateway', 'Namespace'],
  message: ({ gateway, namespace, reason }) =>
    reason === 'denied'
      ? `Gateway ${gateway} lets in no ListenerSet of the namespace ${namespace}`
      : `whether Gateway ${gateway} lets in ListenerSets of the namespace ${namespace} depends on labels of the Namespace`,
  hint: 'Set `allowedListeners.namespaces` of the Gateway; without it nobody is let in.',
  check(mesh, report) {
    for (const { set, parent, gateway, state } of mesh.derive(listenerSetsOf)) {
      if (gateway === undefined || (state !== 'denied' && state !== 'undecided')) continue;
      const related = [{ object: gateway.gateway, path: ['spec'], message: 'the Gateway' }];
      const args = { gateway: fullName(parent), namespace: set.namespace, reason: state };
      const unsure = state === 'undecided' ? mayExist(`Namespace ${set.namespace}`) : {};
      report(set, ['spec', 'parentRef'], args, {
        cause: `ListenerSet ${fullName(set)}`,
        related,
        ...unsure,
      });
    }
  },
});
