import { defineRule } from '../../rule.ts';
import { relativePatches } from './relative-order.ts';

/** A patch for all proxies that builds on patches for some versions does nothing in the others. */
export const versionMismatch = defineRule<{ filter: string }>({
  slug: 'envoyfilter/version-mismatch',
  code: 'IST0155',
  severity: 'warning',
  summary: 'A patch is for the same versions of the proxy as the patches it builds on.',
  hint: 'Give the patch the same `proxyVersion`, or set `priority` where only the order is meant.',
  kinds: ['EnvoyFilter'],
  onePerObject: true,
  message: ({ filter }) =>
    filter === ''
      ? 'the patch is relative and has no priority, and an earlier patch of the same name is for some versions of the proxy only'
      : `the patch is for proxies of any version, but the filter ${filter} is added for some versions only`,
  check(mesh, report) {
    for (const { patch, byVersion, filter, related } of mesh.derive(relativePatches)) {
      if (!byVersion) continue;
      report(patch.object, [...patch.path, 'patch', 'operation'], { filter }, { related });
    }
  },
});
