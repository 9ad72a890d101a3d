import type { Advisory, Severity as AdvisorySeverity } from '../../advisories/index.ts';
import type { Evidence } from '../../detect/index.ts';
import type { Finding, Related, Severity } from '../../finding.ts';
import { formatPath } from '../../path.ts';
import type { ComponentGroup } from '../component-group.ts';
import type { ComponentInstance, InstancePlace } from '../inventory/component-instance.ts';
import { countsAsAffected, type GroupVerdict } from '../judge-advisories.ts';
import type { ScanReport } from '../scan-report.ts';
import { groupText, stateText, verdictSentences } from './verdict-text.ts';

/**
 * What a scan found as findings, for the formats of `analyze`: advisories that (may) affect a build, at what exposes it or
 * at the first workload of the build; builds without support or with a skew; and risky settings.
 */
export function scanFindings({ advisories, groups, hardening }: ScanReport): readonly Finding[] {
  return [
    ...advisories.flatMap(({ advisory, verdicts }) =>
      verdicts.filter(isTold).map((one) => advisoryFinding(advisory, one)),
    ),
    ...groups.flatMap(supportFindings),
    ...hardening,
  ];
}

const isTold = ({ verdict }: GroupVerdict): boolean =>
  ['affected', 'affected-if', 'advice'].includes(verdict.state);

const levels: Readonly<Record<AdvisorySeverity, Severity>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  unscored: 'warning',
  low: 'info',
};

/** The name of the rule of an advisory. */
export const advisoryRule = (id: string): string => `advisory/${id.toLowerCase()}`;

/** How bad an advisory is, in the words of rules. */
export const levelOf = (severity: AdvisorySeverity): Severity => levels[severity];

function advisoryFinding(advisory: Advisory, one: GroupVerdict): Finding {
  const { group, verdict } = one;
  const { evidence, severity } = verdict;
  const [first, ...rest] = evidence;
  const where = placeOfEvidence(first, group) ?? placeOf(group);
  const what = `${advisory.title} (${[...advisory.cves, advisory.severity].join(', ')})`;
  return {
    ...where,
    code: advisory.id,
    rule: advisoryRule(advisory.id),
    severity: countsAsAffected(verdict) ? levels[severity] : 'info',
    message: `${groupText(group)}: ${stateText(verdict)}: ${what}: ${verdictSentences(one).join('; ')}`,
    ...(advisory.workaround !== undefined && { hint: `until then: ${advisory.workaround}` }),
    args: { component: group.component, version: group.version ?? '', state: verdict.state },
    related: rest.flatMap((other) => relatedTo(other)),
    docs: advisory.provenance.url ?? '',
    ...nothingElse,
  };
}

const nothingElse = { document: 0, rejectedBy: [], fixes: [] } as const;

type Place = Pick<Finding, 'resource' | 'file' | 'path' | 'range'>;

const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function placeOfEvidence(evidence: Evidence | undefined, group: ComponentGroup): Place | undefined {
  if (evidence === undefined || evidence.file === '') return undefined;
  const { resource, file, path, range = start } = evidence;
  return { ...placeOf(group), resource, file, path, range };
}

const relatedTo = ({ resource, file, path, range }: Evidence): readonly Related[] =>
  file === '' || range === undefined
    ? []
    : [{ message: `${resource.kind} ${resource.name} exposes it, too`, file, path, range }];

/** Of its first workload. */
function placeOf({ instances }: ComponentGroup): Place {
  const [first] = instances;
  const place = instances.find((one) => one.place !== undefined)?.place;
  return place === undefined ? withoutPlace(first) : inFile(place);
}

/** Formats need some place; what no object shows has the folder itself. */
function withoutPlace(instance: ComponentInstance | undefined): Place {
  const { kind = 'Mesh', namespace = '', name = '' } = instance ?? {};
  return {
    resource: { apiVersion: '', kind, ...(namespace !== '' && { namespace }), name },
    ...{ file: '.', path: '', range: start },
  };
}

function inFile({ resource: origin, path }: InstancePlace): Place {
  const { apiVersion, kind, namespace, name, document, base } = origin;
  return {
    resource: { apiVersion, kind, ...(namespace !== undefined && { namespace }), name },
    file: document.file,
    path: formatPath(path),
    range: document.locate([...base, ...path]).value,
  };
}

function supportFindings(group: ComponentGroup): readonly Finding[] {
  const { support, skew } = group;
  const finding = (name: string, severity: Severity, message: string, hint: string): Finding => ({
    ...placeOf(group),
    ...{ code: `scan/${name}`, rule: `scan/${name}`, severity, hint },
    message: `${groupText(group)}: ${message}`,
    args: { component: group.component, version: group.version ?? '' },
    related: [],
    docs: 'https://istio.io/latest/docs/releases/supported-releases/',
    ...nothingElse,
  });
  return [
    ...(support?.state === 'ended'
      ? [finding('end-of-life', 'error', support.reason, 'upgrade to a version that is supported')]
      : []),
    ...(skew === undefined ? [] : [finding('skew', skew.level, skew.reason, skewHint[skew.code])]),
  ];
}

const skewHint = {
  'proxy-newer': 'upgrade the control plane, or take the newer proxies back',
  'proxy-too-old': 'restart the Pods, so that they get the proxy of their control plane',
} as const;
