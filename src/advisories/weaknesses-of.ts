import type { Advisory, Condition, OptOut, Severity, VersionRange } from './advisory.ts';
import { envoyFixes } from './envoy-fixes.ts';
import { severityOf } from './severity-of.ts';

/** One of the weaknesses that an advisory tells of. */
export interface Weakness {
  readonly id: string;
  readonly severity: Severity;
  readonly ranges: readonly VersionRange[];
  readonly olderLines: Advisory['olderLines'];
  readonly conditions: readonly Condition[];
  readonly optOuts: readonly OptOut[];
}

/**
 * The weaknesses of an advisory: by CVE, and by other names where conditions use them. Conditions without names are for
 * those that no other names, or else for a further one that has the id of the advisory.
 */
export function weaknessesOf(advisory: Advisory): readonly Weakness[] {
  const named = new Set(advisory.conditions.flatMap(({ cves = [] }) => cves));
  const general = advisory.conditions.filter(({ cves }) => cves === undefined);
  const ids = [...new Set([...advisory.cves, ...named])];
  const names = ids.length > 0 ? ids : [advisory.aliases[0] ?? advisory.id];
  const hasFurther = general.length > 0 && names.every((id) => named.has(id));
  return [...names, ...(hasFurther ? [advisory.id] : [])].map((id) => ({
    id,
    severity: severityIn(advisory, id),
    ...rangesIn(advisory, id),
    conditions: named.has(id) ? advisory.conditions.filter(({ cves }) => cves?.includes(id)) : general,
    optOuts: advisory.optOuts.filter(({ cves }) => cves === undefined || cves.includes(id)),
  }));
}

function severityIn({ cveScores, severity }: Advisory, id: string): Severity {
  const score = Object.hasOwn(cveScores, id) ? cveScores[id] : scoresOfEnvoy.get(id);
  return score === undefined ? severity : severityOf(score);
}

const scoresOfEnvoy = new Map(envoyFixes.map(({ id, score }) => [id, score]));

function rangesIn(
  { ranges, rangesOf, olderLines }: Advisory,
  id: string,
): Pick<Weakness, 'ranges' | 'olderLines'> {
  const own = Object.hasOwn(rangesOf, id) ? rangesOf[id] : undefined;
  return own === undefined ? { ranges, olderLines } : { ranges: own, olderLines: 'not-affected' };
}
