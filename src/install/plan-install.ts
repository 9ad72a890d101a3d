import { planChange, type ClusterChange } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { keyOf, idOf, idOfObject } from '../kube/apply/index.ts';
import { labelOf } from '../label-of.ts';
import { webhookOverlaps } from '../revision/index.ts';
import { defaultObjects } from './default-stage.ts';
import type { DesiredInstall } from './desired-objects.ts';
import type { InstallOwner } from './install-owner.ts';
import type { InstallPlan, InstallStage } from './install-plan.ts';
import { liveObject, type InstallState } from './install-state.ts';
import { noticesOf } from './notices.ts';
import { planPrune } from './plan-prune.ts';
import { sharedObject } from './shared-object.ts';
import { stageNames, stagesBefore } from './stage-order.ts';

export interface PlanOptions {
  /** Goes on though injectors would meet, or the control plane would be deleted. */
  readonly force?: boolean;
  /** The version of the API server, such as `v1.33.1`. Default: nothing is said about it. */
  readonly kubernetes?: string;
  /**
   * Leaves what all control planes share to the one that wrote it last. To look for drift: an installation takes it
   * over, as the reference does. Default: false.
   */
  readonly keepShared?: boolean;
}

/**
 * Decides what to do to a cluster so that it has what is desired. Pure: nothing is asked of the cluster, and the same
 * cluster gives the same plan. On a cluster that has it all, nothing in the plan writes.
 *
 * @throws {MeshctlError} `environment` when the cluster does not know a kind that is wanted; unless forced, when pods
 * would be injected by two control planes, and `input` when the spec lacks the control plane that it has installed.
 */
export function planInstall(
  desired: DesiredInstall,
  state: InstallState,
  options: PlanOptions = {},
): InstallPlan {
  if (state.unserved.length > 0) throw unserved(state.unserved);
  const stages = stagesOf(desired, state, options);
  const wanted = new Set(stages.flatMap(({ changes }) => changes.map(({ object }) => idOf(object))));
  const prune = planPrune(desired.owner, state, wanted);
  if (prune.some(isControlPlane) && options.force !== true) throw controlPlaneLeft(desired.owner);
  const { revision, namespace } = desired.owner;
  const overlaps = overlapsAfter(stages, prune, state);
  if (overlaps.length > 0 && options.force !== true) throw injectorsMeet(overlaps);
  return {
    ...{ revision, version: desired.version, namespace, stages, prune },
    notices: [...noticesOf({ desired, state, stages, prune, ...options }), ...overlaps],
  };
}

function stagesOf(
  desired: DesiredInstall,
  state: InstallState,
  { keepShared = false }: PlanOptions,
): readonly InstallStage[] {
  const objects = objectsByStage(desired, state);
  const present = new Set(objects.keys());
  return [...objects].map(([name, list]) => ({
    name,
    changes: list.map((object) => changeOf(name, object, state, keepShared && name === 'Base')),
    after: stagesBefore(name, present),
  }));
}

/** In the order of the stages; those without objects are left out. */
function objectsByStage(desired: DesiredInstall, state: InstallState): Map<string, readonly JsonObject[]> {
  const there = new Set(state.namespaces.map((object) => keyOf(object).name));
  const asDefault = defaultObjects(desired, state);
  const elsewhere = new Set(asDefault.map(idOfObject));
  const objectsOf = (name: string): readonly JsonObject[] => {
    if (name === 'Namespace') return desired.namespaces.filter(({ metadata }) => !there.has(metadata.name));
    if (name === 'DefaultRevision') return asDefault;
    return desired.objects
      .filter(({ component, object }) => component === name && !elsewhere.has(idOfObject(object)))
      .map(({ object }) => object);
  };
  return new Map(
    stageNames.map((name) => [name, objectsOf(name)] as const).filter(([, list]) => list.length > 0),
  );
}

function changeOf(
  group: string,
  desired: JsonObject,
  state: InstallState,
  keepShared: boolean,
): ClusterChange {
  const live = liveObject(state, keyOf(desired));
  const wanted = keepShared ? sharedObject(desired, live, state) : desired;
  return planChange({ group, desired: wanted, ...(live && { live }) });
}

/** Injectors that are called for the same pods once the plan is carried out, in words; those of others among themselves aside. */
function overlapsAfter(
  stages: readonly InstallStage[],
  prune: readonly ClusterChange[],
  state: InstallState,
): readonly string[] {
  const configurations = new Map(state.objects);
  for (const { object } of prune) configurations.delete(idOf(object));
  const written = stages
    .flatMap(({ changes }) => changes.map(({ desired }) => desired))
    .filter((object) => object !== undefined);
  for (const object of written) configurations.set(idOfObject(object), object);
  const ours = new Set(
    written.filter(({ kind }) => kind === 'MutatingWebhookConfiguration').map((object) => keyOf(object).name),
  );
  return webhookOverlaps([...configurations.values()])
    .filter(({ configuration }) => ours.has(configuration))
    .map(
      ({ configuration, webhook, others }) =>
        `${webhook} of ${configuration} is called for the same pods as ${others.join(', ')}`,
    );
}

/** Deleting it is for `uninstall`, which looks for who uses it. */
const isControlPlane = ({ object, live }: ClusterChange): boolean =>
  object.kind === 'Deployment' && labelOf(live, 'app') === 'istiod';

function controlPlaneLeft({ revision }: InstallOwner): MeshctlError {
  return new MeshctlError('input', `the spec does not have the control plane that is there`, {
    reason: `it would be deleted: the spec is that of revision ${revision}, without the component pilot`,
    hint: `remove it with \`meshctl uninstall --revision ${revision}\`, give this spec a metadata.name of its own, or go on with --force`,
  });
}

function unserved(kinds: readonly string[]): MeshctlError {
  return new MeshctlError('environment', `the cluster does not serve ${kinds.join(', ')}`, {
    reason: 'the spec needs it; nothing was written',
    hint: 'install what defines the kind first, or choose settings that do without it',
  });
}

function injectorsMeet(overlaps: readonly string[]): MeshctlError {
  return new MeshctlError('environment', 'pods would be injected by more than one control plane', {
    reason: overlaps.join('; '),
    hint: 'give this control plane a --revision of its own, remove the other one, or go on with --force',
  });
}
