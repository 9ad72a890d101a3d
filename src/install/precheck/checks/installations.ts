import { objectIn, objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { label } from '../../../label.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { minorVersion } from '../../../minor-version.ts';
import { istioVersion } from '../../../version.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckOptions } from '../precheck-options.ts';
import type { PrecheckFinding } from '../precheck-report.ts';

/** The control planes that are there: whose they are, and whether an upgrade can start from them. */
export function installationFindings(
  { istiods }: PrecheckFacts,
  { revision = 'default', named = false }: PrecheckOptions,
): readonly PrecheckFinding[] | undefined {
  return istiods?.flatMap((istiod) => {
    const plane = planeOf(istiod);
    const isReplaced = plane.revision === revision;
    return [
      present(plane),
      ...(isReplaced && named && plane.helm !== '' ? [ownedByHelm(plane)] : []),
      ...ofVersion(plane, isReplaced),
    ];
  });
}

interface Plane {
  readonly origin: string;
  readonly revision: string;
  /** Of its image; empty when the tag is none. */
  readonly version: string;
  /** The Helm release that owns it, or nothing. */
  readonly helm: string;
  readonly installer: string;
}

function planeOf(istiod: JsonObject): Plane {
  const { namespace = '', name } = keyOf(istiod);
  const { labels, annotations } = objectIn(istiod, 'metadata');
  const helm = plainText(objectIn(annotations)['meta.helm.sh/release-name']);
  return {
    origin: `Deployment ${namespace}/${name}`,
    revision: plainText(objectIn(labels)[label.revision]) || 'default',
    version: /:v?(\d+\.\d+\.\d+)/.exec(imageOf(istiod))?.[1] ?? '',
    helm,
    installer: helm === '' ? installerOf(istiod) : `the Helm release ${helm}`,
  };
}

function imageOf(istiod: JsonObject): string {
  const all = objectsIn(istiod, 'spec', 'template', 'spec', 'containers');
  return plainText((all.find(({ name }) => name === 'discovery') ?? all[0])?.image);
}

/** Who applied it, by the names that installers use. */
function installerOf(istiod: JsonObject): string {
  const managers = objectsIn(istiod, 'metadata', 'managedFields').map(({ manager }) => manager);
  if (managers.includes('meshctl')) return 'meshctl';
  return managers.includes('istio-operator') ? 'istioctl' : 'somebody';
}

const present = ({ origin, revision, version, installer }: Plane): PrecheckFinding => ({
  ...{ code: 'MSH0305', severity: 'info', origin },
  message: `${installer} installed the revision ${revision}${version === '' ? '' : ` of ${version}`}`,
  hint: 'install another revision to keep it as it is',
});

const ownedByHelm = ({ origin, revision, helm }: Plane): PrecheckFinding => ({
  ...{ code: 'MSH0306', severity: 'warning', origin },
  message: `the revision ${revision} belongs to the Helm release ${helm}: an installation would take its objects from it`,
  hint: 'upgrade with Helm, install another revision, or remove the release once its objects are taken over',
});

/** In place it goes one minor at a time; beside it a revision may be two minors newer. */
function ofVersion({ origin, version }: Plane, isReplaced: boolean): readonly PrecheckFinding[] {
  const steps = minorOf(istioVersion) - minorOf(version);
  if (version === '' || (steps >= 0 && steps <= (isReplaced ? 1 : 2))) return [];
  if (steps < 0 && !isReplaced) return [];
  const message =
    steps < 0
      ? `it runs ${version}, which is newer than ${istioVersion}`
      : `it runs ${version}: Istio ${istioVersion} is ${steps} minor versions ahead, and ${isReplaced ? 'one' : 'two'} can be passed at a time`;
  const hint =
    steps < 0
      ? 'use a meshctl of that release or a newer one'
      : 'upgrade by way of a version in between, as a revision of its own';
  return [{ code: 'MSH0307', severity: 'warning', origin, message, hint }];
}

const minorOf = (version: string): number => minorVersion(version) ?? 0;
