import type { CveVerdict } from '../../advisories/index.ts';
import type { Evidence } from '../../detect/index.ts';
import { findingBody, type Body } from '../../output/index.ts';
import type { ComponentGroup } from '../component-group.ts';
import type { ComponentInstance } from '../inventory/component-instance.ts';
import type { GroupVerdict, JudgedAdvisory } from '../judge-advisories.ts';
import type { ScanReport } from '../scan-report.ts';
import { outcomeOf } from '../summarize-scan.ts';
import { vexOf } from '../vex.ts';
import { formatPath } from '../../path.ts';

/** The body of the `ScanReport` document: the contract of `docs/schemas/scan-report.json`, keys in its order. */
export function scanBody({
  asOf,
  inventory,
  groups,
  advisories,
  hardening,
  advice,
  summary,
}: ScanReport): Body {
  const groupOf = new Map(groups.flatMap(({ id, instances }) => instances.map((one) => [one, id] as const)));
  return {
    knownUntil: asOf,
    summary,
    builds: groups.map(buildBody),
    inventory: inventory.map((one) => ({ build: groupOf.get(one) ?? '', ...instanceBody(one) })),
    advisories: advisories.map(advisoryBody),
    hardening: hardening.map(findingBody),
    upgrades: advice,
  };
}

const buildBody = ({ instances, ...group }: ComponentGroup): object => ({
  ...group,
  instances: instances.length,
});

function instanceBody({ place, ...instance }: ComponentInstance): object {
  if (place === undefined) return instance;
  return { ...instance, file: place.resource.document.file, path: formatPath(place.path) };
}

function advisoryBody(judged: JudgedAdvisory): object {
  const { advisory, verdicts } = judged;
  const { id, title, date, cves, aliases, score, vector, workaround, notes, provenance } = advisory;
  return {
    ...{ id, title, published: date, ...outcomeOf(judged), cves, aliases },
    ...(score !== undefined && { score }),
    ...(vector !== undefined && { vector }),
    ...(provenance.url !== undefined && { url: provenance.url }),
    ...(workaround !== undefined && { workaround }),
    ...{ notes, provenance },
    verdicts: verdicts.map(verdictBody),
  };
}

function verdictBody({ group, verdict }: GroupVerdict): object {
  const { state, why, severity, evidence, missing, fixedIn, optOut, perCve } = verdict;
  return {
    ...{ build: group.id, state, severity, why, vex: vexOf(verdict) },
    ...(fixedIn !== undefined && { fixedIn }),
    ...(optOut !== undefined && { optOut }),
    ...{ missing, evidence: evidence.map(evidenceBody) },
    weaknesses: perCve.map(weaknessBody),
  };
}

const weaknessBody = ({ evidence, ...one }: CveVerdict): object => ({
  ...one,
  vex: vexOf(one),
  evidence: evidence.map(evidenceBody),
});

/** Values may be long, or secret. */
function evidenceBody({ resource, file, path, range }: Evidence): object {
  return { resource, file, path, ...(range && { range }) };
}
