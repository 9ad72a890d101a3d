import { MeshctlError } from '../../errors.ts';
import { versionSkew, type MeshVersions, type MissingIstiod } from '../../istiod/index.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Whether control planes and proxies go together. */
export function checkVersions({ versions }: VerifySnapshot): readonly VerifyCheck[] {
  if (versions instanceof MeshctlError)
    return [{ outcome: 'skipped', message: `no istiod was asked for its version: ${versions.message}` }];
  return [
    ...versions.controlPlanes.map(({ revision, version }): VerifyCheck => ({
      outcome: 'ok',
      message: `istiod of the revision ${revision} is ${version}`,
    })),
    ...versions.missing.map(silent),
    ...skewOf(versions),
  ];
}

function silent({ istiod, error }: MissingIstiod): VerifyCheck {
  return {
    outcome: 'warning',
    message: `${istiod} does not answer: ${error.message}`,
    ...(error.hint !== undefined && { hint: error.hint }),
  };
}

function skewOf(versions: MeshVersions): readonly VerifyCheck[] {
  const { verdict, reasons } = versionSkew(versions);
  if (versions.dataPlane.length === 0) return [];
  if (verdict === 'fine') return reasons.map((message): VerifyCheck => ({ outcome: 'ok', message }));
  const hint = 'restart the workloads, so that their pods get a proxy of the version of their control plane';
  return reasons.map((message): VerifyCheck => ({ outcome: 'warning', message, hint }));
}
