import type { Static } from 'typebox';
import type { EnvoyFilterListenerMatchFilterMatch } from '../api/envoy-filter.ts';
import type { Path } from '../path.ts';
import { currentFilterName } from './envoy-filter-name.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';

const filterName = errorRule({
  slug: 'envoyfilter/filter-name',
  summary: 'A filter match names the filter.',
  message: () => 'the filter match has no name to match on',
});

const subFilter = errorRule({
  slug: 'envoyfilter/sub-filter',
  summary: 'Sub-filters are matched for HTTP filters, within the HTTP connection manager.',
  message: ({ applyTo, name }: { applyTo?: string; name?: string }) =>
    applyTo === undefined
      ? `a sub-filter match needs the filter ${manager}, not ${JSON.stringify(name)}`
      : `a sub-filter match goes with applyTo HTTP_FILTER, not ${applyTo}`,
});

const noEffect = warningRule({
  slug: 'envoyfilter/match-no-effect',
  summary: 'A filter match goes with a patch of filters.',
  message: ({ applyTo }: { applyTo: string }) => `the filter match has no effect on a patch of ${applyTo}`,
  hint: 'Match the listener or the filter chain by other fields, or patch NETWORK_FILTER or HTTP_FILTER.',
});

const deprecatedName = warningRule({
  slug: 'envoyfilter/deprecated-filter-name',
  summary: 'A filter match uses the current name of the filter.',
  message: ({ name, current }: { name: string; current: string }) =>
    `the filter name ${JSON.stringify(name)} is deprecated; use ${JSON.stringify(current)}`,
});

type FilterMatch = Loose<Static<typeof EnvoyFilterListenerMatchFilterMatch>>;

export const filterMatchRules: readonly RuleInfo[] = [filterName, subFilter, noEffect, deprecatedName];

const manager = 'envoy.filters.network.http_connection_manager';
const managers = new Set([manager, 'envoy.http_connection_manager']);

/**
 * Checks which filter of a listener a patch is for; false when the match is so wrong that Istio does not look at the
 * patch any more. `patchPath` is that of the patch, `path` of the filter match in it.
 */
export function checkFilterMatch(
  match: FilterMatch,
  applyTo: string,
  patchPath: Path,
  path: Path,
  report: Report,
): boolean {
  const { name = '', subFilter: sub } = match;
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') report(noEffect, patchPath, { applyTo }, path);
  if (name === '') {
    report(filterName, [...path, 'name'], {});
    return false;
  }
  if (sub !== undefined && applyTo !== 'HTTP_FILTER') {
    report(subFilter, patchPath, { applyTo }, [...path, 'subFilter']);
    return false;
  }
  if (sub !== undefined && !checkSubFilter(name, sub, path, report)) return false;
  checkName(name, 'network', [...path, 'name'], report);
  return true;
}

function checkSubFilter(
  filter: string,
  { name = '' }: NonNullable<FilterMatch['subFilter']>,
  path: Path,
  report: Report,
): boolean {
  const namePath = [...path, 'subFilter', 'name'];
  if (!managers.has(filter)) report(subFilter, path, { name: filter }, [...path, 'name']);
  else if (name === '') report(filterName, namePath, {});
  else {
    checkName(name, 'http', namePath, report);
    return true;
  }
  return false;
}

function checkName(name: string, kind: 'network' | 'http', path: Path, report: Report): void {
  const current = currentFilterName(name, kind);
  if (current !== undefined) report(deprecatedName, path, { name, current });
}
