import { checkCertificates } from './check-certificates.ts';
import { checkInstallations } from './check-installations.ts';
import { checkObjects } from './check-objects.ts';
import { checkVersions } from './check-versions.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { checkWorkloads } from './check-workloads.ts';
import type { VerifyReport, VerifySection } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

export interface VerifyOptions {
  /** Only this revision. Default: that of the spec, else all. */
  readonly revision?: string;
  /** When certificates are to be valid. */
  readonly now: Date;
}

/**
 * Judges an installation: whether its objects are as the spec renders them, its workloads are ready, its webhooks can be called,
 * its certificates are valid, and its versions go together. Pure.
 */
export function verifyInstall(snapshot: VerifySnapshot, options: VerifyOptions): VerifyReport {
  const { now, revision = snapshot.plan?.revision } = options;
  const sections: readonly VerifySection[] = [
    { name: 'installations', checks: checkInstallations(snapshot, revision) },
    { name: 'objects', checks: checkObjects(snapshot) },
    { name: 'workloads', checks: checkWorkloads(snapshot, revision) },
    { name: 'webhooks', checks: checkWebhooks(snapshot, revision) },
    { name: 'certificates', checks: checkCertificates(snapshot, now) },
    { name: 'versions', checks: checkVersions(snapshot) },
  ];
  const failed = sections.some(({ checks }) => checks.some(({ outcome }) => outcome === 'failed'));
  return {
    ok: !failed,
    complete: snapshot.unseen.length === 0,
    sections: sections.filter(({ checks }) => checks.length > 0),
  };
}
