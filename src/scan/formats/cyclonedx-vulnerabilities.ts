import type { Advisory, CveVerdict, Severity, WhyCode } from '../../advisories/index.ts';
import { groupBy } from '../../group-by.ts';
import type { ComponentGroup } from '../component-group.ts';
import type { JudgedAdvisory } from '../judge-advisories.ts';
import { vexOf, type Vex } from '../vex.ts';

interface Judged {
  readonly group: ComponentGroup;
  readonly cve: CveVerdict;
  readonly fixedIn: string | undefined;
}

/** The weaknesses of an advisory, once for each way in which they concern builds: an analysis is about all that it names. */
export function vulnerabilitiesOf({ advisory, verdicts }: JudgedAdvisory): readonly object[] {
  const judged: readonly Judged[] = verdicts.flatMap(({ group, verdict: { perCve, fixedIn } }) =>
    perCve.map((cve) => ({ group, cve, fixedIn })),
  );
  const alike = groupBy(judged, ({ cve: { id, why } }) => `${id} ${why.code} ${why.text}`);
  return [...alike.values()].map((those, index) => vulnerability(advisory, those, index));
}

function vulnerability(advisory: Advisory, judged: readonly Judged[], index: number): object {
  const [first] = judged;
  if (first === undefined) throw new Error(`${advisory.id} is about nothing`);
  const { cve } = first;
  const { url } = advisory.provenance;
  const fixes = [...new Set(judged.flatMap(({ fixedIn }) => fixedIn ?? []))];
  const isAffected = cve.state === 'affected' || cve.state === 'affected-if';
  return {
    'bom-ref': `${advisory.id}/${cve.id}/${index + 1}`,
    id: cve.id,
    source: { name: cve.id.startsWith('CVE-') ? 'NVD' : 'Istio', ...(url !== undefined && { url }) },
    references: [{ id: advisory.id, source: { name: 'Istio', ...(url !== undefined && { url }) } }],
    ratings: [ratingOf(advisory, cve)],
    description: advisory.title,
    ...(isAffected && fixes.length > 0 && { recommendation: `upgrade to ${fixes.join(' or ')}` }),
    ...(advisory.workaround !== undefined && { workaround: advisory.workaround }),
    ...(url !== undefined && { advisories: [{ title: advisory.id, url }] }),
    published: `${advisory.date}T00:00:00Z`,
    analysis: analysisOf(cve, fixes.length > 0),
    affects: judged.map(({ group: { id, version } }) => ({
      ref: id,
      ...(version !== undefined && { versions: [{ version, status: statuses[vexOf(cve).status] }] }),
    })),
  };
}

function ratingOf({ score, vector, cveScores }: Advisory, { id, severity }: CveVerdict): object {
  const own = Object.hasOwn(cveScores, id) ? cveScores[id] : undefined;
  const number = own ?? score;
  const method = vector === undefined ? undefined : methods[vector.split('/')[0] ?? ''];
  return {
    ...(number !== undefined && { score: number }),
    severity: words[severity],
    // The vector is that of the score of the advisory.
    ...((own === undefined || own === score) && method !== undefined && { method, vector }),
  };
}

const methods: Readonly<Record<string, string>> = {
  'CVSS:3.0': 'CVSSv3',
  'CVSS:3.1': 'CVSSv31',
  'CVSS:4.0': 'CVSSv4',
};

const words: Readonly<Record<Severity, string>> = {
  ...{ critical: 'critical', high: 'high', medium: 'medium', low: 'low', unscored: 'unknown' },
};

const statuses: Readonly<Record<Vex['status'], string>> = {
  affected: 'affected',
  not_affected: 'unaffected',
  fixed: 'unaffected',
  under_investigation: 'unknown',
};

const states: Readonly<Record<Vex['status'], string>> = {
  affected: 'exploitable',
  not_affected: 'not_affected',
  fixed: 'resolved',
  under_investigation: 'in_triage',
};

const justifications: Readonly<Partial<Record<WhyCode, string>>> = {
  'not-configured': 'requires_configuration',
  mitigated: 'protected_by_mitigating_control',
};

function analysisOf(cve: CveVerdict, canUpdate: boolean): object {
  const { status } = vexOf(cve);
  return {
    state: states[status],
    ...(status === 'not_affected' && { justification: justifications[cve.why.code] ?? 'code_not_present' }),
    ...(status === 'affected' && canUpdate && { response: ['update'] }),
    detail: cve.why.text,
  };
}
