import { defineRule } from '../../rule.ts';
import { relativePatches } from './relative-order.ts';

/** A patch relative to what another EnvoyFilter adds works only when that one is applied first. */
export const orderUndefined = defineRule<{ filter: string }>({
  slug: 'envoyfilter/order-undefined',
  code: 'IST0151',
  severity: 'warning',
  summary: 'EnvoyFilters that build on each other say in which order they are applied.',
  hint: 'Set `priority`: lower numbers are applied first.',
  kinds: ['EnvoyFilter'],
  onePerObject: true,
  message: ({ filter }) =>
    filter === ''
      ? 'the patch is relative to what is there when it is applied, and no priority says when that is'
      : `the patch needs the filter ${filter}, which another EnvoyFilter of the same priority adds: the older one is applied first`,
  check(mesh, report) {
    for (const { patch, byVersion, filter, related } of mesh.derive(relativePatches)) {
      if (byVersion) continue;
      report(patch.object, [...patch.path, 'patch', 'operation'], { filter }, { related });
    }
  },
});
