import { listenerSetsOf, mayExist } from '../../gateway-api/index.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** A ListenerSet adds listeners to a Gateway; without one they are nowhere. */
export const parentNotFound = defineRule<{ gateway: string }>({
  slug: 'listenerset/parent-not-found',
  code: 'MSH0227',
  severity: 'error',
  summary: 'The Gateway that a ListenerSet names exists.',
  kinds: ['ListenerSet', 'KubernetesGateway'],
  message: ({ gateway }) => `there is no Gateway ${gateway}`,
  hint: 'Mend the name, or add `namespace` for a Gateway of another namespace.',
  check(mesh, report) {
    for (const { set, parent, state } of mesh.derive(listenerSetsOf)) {
      if (state !== 'no-gateway') continue;
      const gateway = fullName(parent);
      const isKnown = mesh.isKnown('KubernetesGateway', parent.namespace);
      report(set, ['spec', 'parentRef'], { gateway }, isKnown ? {} : mayExist(`Gateway ${gateway}`));
    }
  },
});
