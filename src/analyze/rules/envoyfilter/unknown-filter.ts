import { closest } from '../../../closest.ts';
import { currentFilterName } from '../../../validate/index.ts';
import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import { generatedFilters, isGeneratedFilter } from './generated-filters.ts';
import { patchesOf } from './patches.ts';

/** A patch that is matched by a filter which is nowhere is never applied, and nobody says so. */
export const unknownFilter = defineRule<{ filter: string }>({
  slug: 'envoyfilter/unknown-filter',
  code: 'MSH0131',
  severity: 'warning',
  summary: 'The filters that patches look for are made by istiod or added by other patches.',
  kinds: ['EnvoyFilter'],
  message: ({ filter }) =>
    `neither istiod nor another patch adds a filter ${JSON.stringify(filter)}: the patch matches nothing`,
  check(mesh, report) {
    const added = mesh.derive(addedFilters);
    for (const { object, filters } of mesh.derive(patchesOf)) {
      for (const { name, path } of filters) {
        if (isGeneratedFilter(name) || added.has(name) || isOldName(name)) continue;
        const meant = closest(name, generatedFilters);
        const hint =
          meant === undefined ? 'Compare the name with a dump of a proxy.' : `Did you mean ${meant}?`;
        const known = mesh.settings.assume === 'complete' || meant !== undefined;
        report(object, path, { filter: name }, { hint, ...(!known && { severity: 'info', group: name }) });
      }
    }
  },
});

const addedFilters = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.derive(patchesOf).map(({ adds }) => adds));

/** Rule envoyfilter/deprecated-filter-name tells of them. */
const isOldName = (name: string): boolean => currentFilterName(name, 'http') !== undefined;
