import type { Static } from 'typebox';
import type { EnvoyFilterEnvoyConfigObjectPatch, EnvoyFilterSpec } from '../api/envoy-filter.ts';
import type { Path } from '../path.ts';
import { checkPatchValue } from './envoy/patch-value.ts';
import { valueRules } from './envoy/value-rules.ts';
import { checkFilterMatch, filterMatchRules } from './envoy-filter-match.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { regexFault } from './values/regex.ts';
import { checkSelector } from './values/selectors.ts';

type Spec = Loose<Static<typeof EnvoyFilterSpec>>;
type ConfigPatch = Loose<Static<typeof EnvoyFilterEnvoyConfigObjectPatch>>;
type Match = NonNullable<ConfigPatch['match']>;

const internalApi = warningRule({
  slug: 'envoyfilter/internal-api',
  summary: 'The mesh is configured without EnvoyFilter where another kind can do it.',
  message: () => 'EnvoyFilter patches what Istio generates, which may change with any version',
  hint: 'Prefer VirtualService, DestinationRule, Telemetry or WasmPlugin; test the filter again before an upgrade.',
});

const incompletePatch = errorRule({
  slug: 'envoyfilter/incomplete-patch',
  summary: 'A patch says what it applies to, and has an operation and, unless it removes, a value.',
  message: ({ field, operation }: { field: string; operation?: string }) =>
    operation === undefined ? `\`${field}\` is missing` : `${operation} needs a \`${field}\``,
});

const unknownApplyTo = errorRule({
  slug: 'envoyfilter/apply-to',
  summary: 'A patch applies to something that Istio generates.',
  message: ({ applyTo }: { applyTo: number }) => `${applyTo} stands for nothing that can be patched`,
});

const proxyVersion = errorRule({
  slug: 'envoyfilter/proxy-version',
  summary: 'The proxy version is matched by a regular expression in RE2 syntax.',
  message: ({ regex, reason }: { regex: string; reason: string }) =>
    `${JSON.stringify(regex)} is not a regular expression: ${reason}`,
});

const longestVersion = 1024;
const proxyVersionTooLong = warningRule({
  slug: 'envoyfilter/proxy-version-too-long',
  summary: 'The regular expression for the proxy version has at most 1024 characters.',
  message: ({ length }: { length: number }) =>
    `the regular expression has ${length} characters, more than ${longestVersion}, and is ignored`,
});

const matchType = errorRule({
  slug: 'envoyfilter/match-type',
  summary: 'A patch is matched by what it applies to: listeners, routes or clusters.',
  message: ({ applyTo, given, wanted }: { applyTo: string; given: string; wanted: string }) =>
    `${applyTo} is matched by \`${wanted}\`, not by \`${given}\``,
});

export const envoyFilterRules: readonly RuleInfo[] = [
  internalApi,
  incompletePatch,
  unknownApplyTo,
  proxyVersion,
  proxyVersionTooLong,
  matchType,
  ...filterMatchRules,
  ...valueRules,
];

/** The rules of Istio for an EnvoyFilter, and what Envoy would refuse of its patches. */
export const checkEnvoyFilter: Check<Spec> = (spec, { report }) => {
  report(internalApi, ['kind'], {});
  const { workloadSelector, configPatches = [] } = spec;
  if (workloadSelector !== undefined) checkSelector(workloadSelector, ['spec', 'workloadSelector'], report);
  for (const [index, patch] of configPatches.entries()) {
    // Istio looks no further at patches of waypoints.
    if (patch.match?.context === 'WAYPOINT') continue;
    checkPatch(patch, ['spec', 'configPatches', index], report);
  }
};

function checkPatch(config: ConfigPatch, path: Path, report: Report): void {
  const { applyTo = 'INVALID', match, patch } = config;
  if (reportIncomplete(config, path, report)) return;
  if (match !== undefined && !checkMatch(match, applyTo, path, report)) return;
  const { operation = 'INVALID', value } = patch ?? {};
  if (value === undefined) return;
  if (!checkPatchValue(applyTo, operation, value, [...path, 'patch', 'value'], report))
    report(unknownApplyTo, [...path, 'applyTo'], { applyTo: Number(applyTo) });
}

function reportIncomplete({ applyTo = 'INVALID', patch }: ConfigPatch, path: Path, report: Report): boolean {
  const missing = (field: Path, operation?: string): true => {
    const name = String(field.at(-1));
    report(incompletePatch, [...path, ...field], {
      field: name,
      ...(operation !== undefined && { operation }),
    });
    return true;
  };
  if (applyTo === 'INVALID') return missing(['applyTo']);
  if (patch === undefined) return missing(['patch']);
  const { operation = 'INVALID', value } = patch;
  if (operation === 'INVALID') return missing(['patch', 'operation']);
  if (operation !== 'REMOVE' && value === undefined) return missing(['patch', 'value'], operation);
  return false;
}

/** Whether Istio looks at the patch with this match at all. */
function checkMatch(match: Match, applyTo: string | number, path: Path, report: Report): boolean {
  if (
    !checkProxyVersion(match.proxy?.proxyVersion ?? '', [...path, 'match', 'proxy', 'proxyVersion'], report)
  )
    return false;
  const wanted = wantedMatches[applyTo];
  const given = matchTypes.findLast((type) => match[type] !== undefined);
  if (wanted === undefined || given === undefined) return true;
  if (given !== wanted) {
    report(matchType, path, { applyTo: String(applyTo), given, wanted }, [...path, 'match', given]);
    return wanted !== 'listener';
  }
  if (wanted !== 'listener') return true;
  return checkListenerMatch(match.listener ?? {}, String(applyTo), path, report);
}

function checkListenerMatch(
  { filterChain = {} }: NonNullable<Match['listener']>,
  applyTo: string,
  path: Path,
  report: Report,
): boolean {
  const filterPath = [...path, 'match', 'listener', 'filterChain', 'filter'];
  const { filter } = filterChain;
  return filter === undefined || checkFilterMatch(filter, applyTo, path, filterPath, report);
}

function checkProxyVersion(regex: string, path: Path, report: Report): boolean {
  const length = Buffer.byteLength(regex);
  if (length > longestVersion) {
    report(proxyVersionTooLong, path, { length });
    return true;
  }
  const reason = regex === '' ? undefined : regexFault(regex);
  if (reason === undefined) return true;
  report(proxyVersion, path, { regex, reason });
  return false;
}

/** In the order of their declaration: of several the last one counts. */
const matchTypes = ['listener', 'routeConfiguration', 'cluster', 'waypoint'] as const;

const wantedMatches: Readonly<Record<string, (typeof matchTypes)[number]>> = {
  LISTENER: 'listener',
  FILTER_CHAIN: 'listener',
  NETWORK_FILTER: 'listener',
  HTTP_FILTER: 'listener',
  ROUTE_CONFIGURATION: 'routeConfiguration',
  VIRTUAL_HOST: 'routeConfiguration',
  HTTP_ROUTE: 'routeConfiguration',
  CLUSTER: 'cluster',
};
