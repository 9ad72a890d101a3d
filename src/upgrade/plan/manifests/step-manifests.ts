import type { JsonObject } from '../../../json.ts';
import { idOfObject } from '../../../kube/apply/index.ts';
import { desiredTag } from '../../../revision/index.ts';
import type { UpgradeFacts } from '../../facts/index.ts';
import type { MoveGateways, UpgradePlan, UpgradeStep } from '../../upgrade-plan.ts';
import { movedNamespaces, patchedObjects, relabelledGateways, restartedOwners } from './moved-objects.ts';
import { renderedInstall } from './rendered-install.ts';

/** What a step wants to be in the cluster, for those that bring clusters to what files say. */
export interface StepManifests {
  /** `02-wave-1`. */
  readonly folder: string;
  readonly step: UpgradeStep;
  readonly files: readonly ManifestFile[];
}

/** A file of the folder that carries a plan to a GitOps tool. */
export interface ManifestFile {
  readonly name: string;
  readonly objects: readonly JsonObject[];
}

/**
 * The manifests of each step, in order; a step that only waits or deletes has none. They are for server-side apply: of
 * namespaces and workloads they hold only what the step changes, and all labels of namespaces.
 *
 * @throws {MeshctlError} `input` when the spec of the new control plane cannot be rendered.
 */
export async function stepManifests(
  plan: UpgradePlan,
  facts: UpgradeFacts,
): Promise<readonly StepManifests[]> {
  const known = new Map(facts.objects.map((object) => [idOfObject(object), object]));
  const digits = String(plan.steps.length).length;
  const folders: StepManifests[] = [];
  for (const [i, step] of plan.steps.entries()) {
    const files = await filesOf(step, plan, known);
    for (const object of files.flatMap(({ objects }) => objects)) keep(known, object);
    const number = String(i + 1).padStart(Math.max(2, digits), '0');
    folders.push({
      folder: `${number}-${step.id}`,
      step,
      files: files.filter(({ objects }) => objects.length > 0),
    });
  }
  return folders;
}

/** Later steps go on from what earlier ones made; pieces of objects do not replace what is known of them. */
function keep(known: Map<string, JsonObject>, object: JsonObject): void {
  const id = idOfObject(object);
  if (object.kind === 'Namespace' || !known.has(id)) known.set(id, object);
}

async function filesOf(
  step: UpgradeStep,
  plan: UpgradePlan,
  known: ReadonlyMap<string, JsonObject>,
): Promise<readonly ManifestFile[]> {
  switch (step.kind) {
    case 'install-revision':
    case 'node-agents':
      return [{ name: 'manifests.yaml', objects: await renderedInstall(step.spec) }];
    case 'set-tag':
      return [{ name: 'tag.yaml', objects: tagObjects(step.tag, step.to, plan, known) }];
    case 'wave':
      return [
        { name: 'namespaces.yaml', objects: movedNamespaces(step.namespaces, known) },
        {
          name: 'restarts.yaml',
          objects: restartedOwners(
            step.namespaces.flatMap(({ owners }) => owners),
            plan.to,
          ),
        },
      ];
    case 'restore-labels':
      return [{ name: 'namespaces.yaml', objects: movedNamespaces(step.namespaces, known) }];
    case 'restart':
      return [{ name: 'restarts.yaml', objects: restartedOwners(step.owners, plan.to) }];
    case 'gateways':
      return gatewayFiles(step, plan, known);
    case 'watch':
    case 'remove-revision':
      return [];
  }
}

const gatewayFiles = (
  { patches = [], gateways, owners }: MoveGateways,
  { to }: UpgradePlan,
  known: ReadonlyMap<string, JsonObject>,
): readonly ManifestFile[] => [
  { name: 'objects.yaml', objects: patchedObjects(patches, known) },
  { name: 'gateways.yaml', objects: relabelledGateways(gateways) },
  { name: 'restarts.yaml', objects: restartedOwners(owners, to) },
];

/** istiod writes certificates into webhooks by itself. */
const tagObjects = (
  tag: string,
  revision: string,
  { istioNamespace }: UpgradePlan,
  known: ReadonlyMap<string, JsonObject>,
): readonly JsonObject[] => {
  const request = { tag, revision, namespace: istioNamespace, overwrite: true, objects: [...known.values()] };
  return desiredTag(request, { mayCollide: true });
};
