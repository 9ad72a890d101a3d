import { detect, type DetectInput, type DetectVerdict, type Evidence } from '../detect/index.ts';
import { judgeCompatibility, type CompatibilityJudgement } from './judge-compatibility.ts';
import { judgeGates, type GateJudgement } from './judge-gates.ts';
import { detectionsOf, removedSettings, type RemovedSetting } from './removed-settings.ts';
import type { UpgradeChange } from './upgrade-change.ts';
import { upgradeChanges } from './upgrade-changes.ts';
import { endOf, stepOf } from './version-step.ts';

/** A change on the way, and whether it concerns the mesh. */
export interface JudgedChange {
  readonly change: UpgradeChange;
  /** `not-detectable` for what no object can show. */
  readonly verdict: DetectVerdict | { readonly state: 'not-detectable' };
}

/** A setting that is there, and that nobody reads after the upgrade. */
export interface IgnoredSetting extends RemovedSetting {
  readonly evidence: readonly Evidence[];
}

/** What an upgrade means to a mesh. */
export interface UpgradeJudgement {
  /** All that change, oldest first. */
  readonly changes: readonly JudgedChange[];
  /** Those that none of the changes speaks of. */
  readonly ignoredSettings: readonly IgnoredSetting[];
  /** Absent when no compatibilityVersion is set. */
  readonly compatibility?: CompatibilityJudgement;
  /** Kinds of the Gateway API that the new version ignores, by the definitions that are there. */
  readonly gates: readonly GateJudgement[];
}

export interface UpgradeToJudge {
  /** Versions: `1.28`, `1.28.3`. */
  readonly from: string;
  readonly to: string;
  readonly input: DetectInput;
}

/**
 * Judges what an upgrade means to a mesh.
 *
 * @throws {MeshctlError} `usage` when one is no version of Istio 1, or the second is older.
 */
export function judgeUpgrade({ from, to, input }: UpgradeToJudge): UpgradeJudgement {
  const changes = upgradeChanges({ from, to });
  const compatibility = judgeCompatibility(to, input);
  return {
    changes: changes.map((change) => ({ change, verdict: verdictOf(change, input) })),
    ignoredSettings: ignoredSettings(from, to, changes, input),
    ...(compatibility && { compatibility }),
    gates: judgeGates(from, to, input),
  };
}

function verdictOf(
  { detectability, match = 'any', detect: entries }: UpgradeChange,
  input: DetectInput,
): JudgedChange['verdict'] {
  return detectability === 'none' ? { state: 'not-detectable' } : detect({ match, entries }, input);
}

function ignoredSettings(
  from: string,
  to: string,
  changes: readonly UpgradeChange[],
  input: DetectInput,
): readonly IgnoredSetting[] {
  const step = stepOf(from, to);
  const told = new Set(changes.flatMap(({ detect: entries }) => entries.map(({ path }) => path)));
  return removedSettings.flatMap((setting) => {
    const { minor } = endOf(setting.removedIn, 0);
    if (minor <= step.from.minor || minor > step.to.minor || told.has(setting.name)) return [];
    const verdict = detect({ entries: detectionsOf(setting) }, input);
    return verdict.state === 'yes' ? [{ ...setting, evidence: verdict.evidence }] : [];
  });
}
