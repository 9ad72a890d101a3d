import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** A patch says only what differs from an object elsewhere. */
export const fragment = defineRule<{ kind: string; name: string; reason: string }>({
  slug: 'input/fragment',
  code: 'MSH0061',
  severity: 'info',
  summary: 'The input holds whole objects.',
  hint: 'Render first, and analyze what is rendered: `kustomize build OVERLAY | meshctl analyze -`.',
  kinds: [],
  message: ({ kind, name, reason }) => `this part of ${kind} ${name} is not analyzed: ${reason}`,
  check({ setAside }, report) {
    for (const { object, why, reason } of setAside) {
      if (why !== 'fragment') continue;
      report(object, ['metadata', 'name'], { kind: object.resource.kind, name: fullName(object), reason });
    }
  },
});
