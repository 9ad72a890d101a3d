import type { DetectInput, Evidence } from '../detect/index.ts';
import { compareVersions, minorReleases, parseVersion, type IstioVersion } from '../releases/index.ts';
import type { Advisory, AdvisoryComponent, Severity } from './advisory.ts';
import { decideWeakness } from './decide-weakness.ts';
import { isClear } from './is-clear.ts';
import type { CveVerdict, Verdict, VerdictState } from './verdict.ts';
import { weaknessesOf } from './weaknesses-of.ts';

/** What runs, as far as it is known. */
export interface JudgedComponent {
  readonly component:
    'istiod' | 'sidecar' | 'gateway' | 'waypoint' | 'ztunnel' | 'cni' | 'istioctl' | 'kiali' | 'mixer';
  /** Of Istio; of vendors the one they build upon. Absent when it is not known. */
  readonly version?: string;
  /** As `parseImage` says; default: upstream. */
  readonly origin?: 'upstream' | 'vendor' | 'unreleased' | 'unknown';
  readonly detectInput: DetectInput;
}

/**
 * Decides what an advisory means for a component: by its version first, then by what the mesh configures. The worst of its
 * CVEs counts.
 */
export function decideAdvisory(advisory: Advisory, judged: JudgedComponent): Verdict {
  const { component, version: text, origin = 'upstream' } = judged;
  const { id, severity } = advisory;
  if (!advisory.components.some((name) => parts[component].includes(name))) {
    const why = { code: 'other-component', text: `it is no weakness of ${component}` } as const;
    return { advisory: id, state: 'not-affected', why, severity, perCve: [], evidence: [], missing: [] };
  }
  const version = text === undefined ? undefined : parseVersion(text);
  const { detectInput } = judged;
  // The same input again and again: what is looked up in it is kept with it.
  const isTold = text === undefined || detectInput.istioVersion === text;
  const input = isTold ? detectInput : { ...detectInput, istioVersion: text };
  const perCve = weaknessesOf(advisory).map((one) =>
    decideWeakness(one, { version, origin, input, status: advisory.status }),
  );
  return summary(advisory, perCve, version);
}

/** What advisories call a component, and what it is a part of. */
const parts: Readonly<Record<JudgedComponent['component'], readonly AdvisoryComponent[]>> = {
  istiod: ['istiod', 'pilot'],
  sidecar: ['proxy'],
  gateway: ['proxy', 'gateway'],
  waypoint: ['proxy'],
  ztunnel: ['ztunnel'],
  cni: ['cni'],
  istioctl: ['istioctl'],
  kiali: ['kiali'],
  mixer: ['mixer'],
};

/** From the worst on. */
const states: readonly VerdictState[] = ['affected', 'affected-if', 'unknown', 'advice', 'not-affected'];
const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'unscored'];

function summary(
  advisory: Advisory,
  perCve: readonly CveVerdict[],
  version: IstioVersion | undefined,
): Verdict {
  const sorted = [...perCve].sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const worst = sorted[0];
  if (worst === undefined) throw new Error(`${advisory.id} tells of no weakness`);
  const alike = sorted.filter(({ state }) => state === worst.state);
  const optOut = alike.find((one) => one.optOut !== undefined)?.optOut;
  const isMended = worst.state === 'not-affected' || optOut !== undefined;
  const fixedIn = isMended ? undefined : firstClear(advisory, version);
  return {
    advisory: advisory.id,
    state: worst.state,
    why: worst.why,
    severity: worst.severity,
    perCve,
    evidence: unique(alike.flatMap(({ evidence }) => evidence)),
    missing: [...new Set(alike.flatMap(({ missing }) => missing))],
    ...(fixedIn !== undefined && { fixedIn }),
    ...(optOut !== undefined && { optOut }),
  };
}

const unique = (evidence: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(evidence.map((one) => [JSON.stringify([one.file, one.resource, one.path]), one])).values(),
];

/** Versions that are known, and those that ranges name. */
function firstClear(advisory: Advisory, version: IstioVersion | undefined): string | undefined {
  if (version === undefined || advisory.status !== 'fixed') return undefined;
  const named = [advisory.ranges, ...Object.values(advisory.rangesOf)].flat().map(({ fixed }) => fixed);
  const known = minorReleases.flatMap(({ patches }) => patches.map((patch) => patch.version));
  return [...new Set([...named, ...known])]
    .flatMap((text) => (text === undefined ? [] : (parseVersion(text) ?? [])))
    .sort(compareVersions)
    .find((one) => compareVersions(one, version) > 0 && isClear(one, advisory))?.text;
}
