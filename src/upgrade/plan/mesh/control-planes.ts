import { MeshctlError } from '../../../errors.ts';
import { objectsIn, plainText } from '../../../json.ts';
import { hubsOf, minorRelease, parseImage, parseVersion } from '../../../releases/index.ts';
import type { RevisionReport } from '../../../revision/index.ts';
import { istioVersion } from '../../../version.ts';
import type { ControlPlane } from '../../upgrade-plan.ts';
import type { UpgradeRequest } from '../upgrade-request.ts';
import { specOf } from './spec-of.ts';
import { objectNamed, type UpgradeMesh } from './upgrade-mesh.ts';

/** From where an upgrade goes where. */
export interface Way {
  readonly from: ControlPlane;
  readonly to: ControlPlane;
  /** Whether the new control plane is there already. */
  readonly installed: boolean;
}

/**
 * Chooses the control plane to leave, and the one to go to.
 *
 * @throws {MeshctlError} `input` without a control plane, `usage` for names and versions that mean none.
 */
export function chooseWay(mesh: UpgradeMesh, request: UpgradeRequest): Way {
  const from = chosenFrom(mesh, request);
  const wanted = wantedName(mesh, request);
  const there = mesh.report.revisions.find(({ name }) => name === wanted.revision);
  return {
    from: controlPlaneOf(mesh, from),
    to: there === undefined ? newControlPlane(wanted, request) : controlPlaneOf(mesh, there),
    installed: there !== undefined,
  };
}

function chosenFrom({ report, facts }: UpgradeMesh, { from, revision, to }: UpgradeRequest): RevisionReport {
  const { revisions, defaultRevision } = report;
  const named = (name: string | undefined): RevisionReport | undefined =>
    revisions.find((one) => one.name === name);
  if (from !== undefined) return named(from) ?? unknown(from, revisions);
  const others = revisions.filter(({ name }) => name !== revision && name !== to);
  const chosen =
    others.find(({ name }) => name === defaultRevision) ?? (others.length === 1 ? others[0] : undefined);
  if (chosen !== undefined) return chosen;
  if (others.length > 1)
    throw new MeshctlError('usage', 'several control planes are there, and none of them is the default', {
      hint: `name the one to leave with --from-revision: ${others.map(({ name }) => name).join(', ')}`,
    });
  const only = revisions.find(({ name }) => name === revision || name === to);
  if (only !== undefined)
    throw new MeshctlError('usage', `${only.name} is the only control plane: there is none to leave`, {
      hint: 'name another revision or version to go to',
    });
  throw new MeshctlError('input', 'there is no control plane to upgrade from', {
    hint: `check --context, and --istio-namespace (${facts.istioNamespace}); a first one comes with \`meshctl install\``,
  });
}

function unknown(name: string, revisions: readonly RevisionReport[]): never {
  throw new MeshctlError('usage', `there is no control plane ${JSON.stringify(name)}`, {
    hint: `these are there: ${revisions.map((one) => one.name).join(', ') || 'none'}`,
  });
}

/** The revision to go to, and the version where the new control plane is not there yet. */
interface Wanted {
  readonly revision: string;
  readonly version: string;
}

function wantedName({ report }: UpgradeMesh, { to, revision, spec }: UpgradeRequest): Wanted {
  const inSpec = specOf(spec);
  const asked = to === undefined ? undefined : parseVersion(to)?.text;
  if (to !== undefined && asked === undefined) return thereAlready(to, report.revisions);
  const version = asked ?? parseVersion(inSpec.tag)?.text ?? istioVersion;
  const named = revision ?? inSpec.revision;
  return { revision: named === '' ? revisionName(version) : named, version };
}

function thereAlready(name: string, revisions: readonly RevisionReport[]): Wanted {
  if (revisions.some((one) => one.name === name)) return { revision: name, version: '' };
  throw new MeshctlError(
    'usage',
    `${JSON.stringify(name)} is neither a version nor a control plane that is there`,
    {
      hint: `give a version, such as ${istioVersion}, or one of ${revisions.map((one) => one.name).join(', ')}`,
    },
  );
}

/** A revision is a DNS label: 1-31-1. */
const revisionName = (version: string): string => version.replaceAll('.', '-');

function newControlPlane({ revision, version }: Wanted, { spec }: UpgradeRequest): ControlPlane {
  const { hub } = specOf(spec);
  const read = parseVersion(version);
  const known = read !== undefined && minorRelease(`${read.major}.${read.minor}`) !== undefined;
  return { revision, version, hub: hub || (known ? (hubsOf(read)[0] ?? defaultHub) : defaultHub) };
}

const defaultHub = 'docker.io/istio';

function controlPlaneOf(mesh: UpgradeMesh, { name, istiods }: RevisionReport): ControlPlane {
  const [istiod] = istiods;
  const deployment = istiod && objectNamed(mesh, 'Deployment', istiod.namespace, istiod.name);
  const containers = objectsIn(deployment, 'spec', 'template', 'spec', 'containers');
  const image = plainText((containers.find((one) => one.name === 'discovery') ?? containers[0])?.image);
  return {
    revision: name,
    version: parseImage(image).version ?? istiod?.version ?? '',
    hub: image.replace(/@.*$/, '').replace(/\/[^/]*$/, ''),
  };
}
