import { compareText } from '../../../compare-text.ts';
import { createdAt } from '../../gateway-api/index.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { backendTlsTargets, type PolicyTarget } from '../k8spolicy/index.ts';

/** Of two policies for one port the older one holds. */
export const conflict = defineRule<{ target: string; other: string }>({
  slug: 'backendtls/conflict',
  code: 'MSH0257',
  severity: 'error',
  summary: 'A port of a Service has at most one BackendTLSPolicy.',
  kinds: ['BackendTLSPolicy'],
  scope: 'unit',
  message: ({ target, other }) => `BackendTLSPolicy ${other} is for ${target} already, and holds`,
  hint: 'Merge the two, or give each a `sectionName`.',
  check(mesh, report) {
    const first = new Map<string, PolicyTarget>();
    for (const held of inOrder(mesh.derive(backendTlsTargets))) {
      const { policy, path, group, kind, name, sectionName } = held;
      const key = JSON.stringify([policy.namespace, group, kind, name, sectionName]);
      const other = first.get(key);
      if (other === undefined) first.set(key, held);
      if (other === undefined || other.policy === policy) continue;
      const related = [{ object: other.policy, path: other.path, message: 'the policy that holds' }];
      const target = `${kind} ${policy.namespace}/${name}`;
      report(policy, path, { target, other: fullName(other.policy) }, { related });
    }
  },
});

const inOrder = (targets: readonly PolicyTarget[]): readonly PolicyTarget[] =>
  targets
    .map((target) => ({ target, order: `${createdAt(target.policy)} ${fullName(target.policy)}` }))
    .sort((a, b) => compareText(a.order, b.order))
    .map(({ target }) => target);
