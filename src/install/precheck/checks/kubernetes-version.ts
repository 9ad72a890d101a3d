import { plainText, type JsonObject } from '../../../json.ts';
import { istioVersion } from '../../../version.ts';
import type { PrecheckFinding } from '../precheck-report.ts';
import { minorVersion } from '../../../minor-version.ts';

/** Minor versions of Kubernetes 1 that this release is tested with; it refuses older ones. */
const oldest = 32;
const newest = 36;

/** What is wrong with the version of a cluster, by its answer to `/version`. */
export function versionFindings(version: JsonObject): readonly PrecheckFinding[] {
  const text = plainText(version.gitVersion);
  const minor = minorVersion(text);
  const found = (
    code: string,
    severity: PrecheckFinding['severity'],
    message: string,
    hint: string,
  ): readonly PrecheckFinding[] => [{ code, severity, origin: 'Cluster', message, hint }];
  if (minor === undefined)
    return found(
      'MSH0301',
      'warning',
      `the cluster does not tell a version of Kubernetes: ${JSON.stringify(text)}`,
      `Istio ${istioVersion} needs 1.${oldest} or newer: make sure of that`,
    );
  if (minor < oldest)
    return found(
      'IST0142',
      'error',
      `Kubernetes ${text} is too old: Istio ${istioVersion} needs 1.${oldest} or newer`,
      'upgrade the cluster first, or install a release of Istio that supports it',
    );
  if (minor > newest)
    return found(
      'MSH0301',
      'warning',
      `Kubernetes ${text} is newer than what Istio ${istioVersion} was tested with, 1.${newest}`,
      'try it in a cluster that does not matter, or wait for the next release of Istio',
    );
  return [];
}
