import { compareText } from '../../compare-text.ts';
import { idOf, type ObjectKey } from '../../kube/apply/index.ts';
import type {
  LabelChange,
  MoveGateways,
  NamespaceMove,
  ObjectPatch,
  OwnerRestart,
  SetTag,
  UpgradePlan,
  UpgradeStep,
} from '../upgrade-plan.ts';
import type { BeforeValue } from './before-value.ts';
import { isWebhook } from './is-webhook.ts';
import { gatewayActions } from './gateway-actions.ts';
import { gatewayKey, namespaceKey, ownerKey } from './object-keys.ts';
import { ownerActions } from './owner-actions.ts';
import type { LabelObject, RestoreObject, StepAction } from './step-action.ts';

/**
 * What takes a step back, in order. Pure: `before` is what the step recorded, and `begun` names the steps of the plan
 * that were begun at some time.
 */
export function undoActionsOf(
  step: UpgradeStep,
  before: readonly BeforeValue[],
  plan: Pick<UpgradePlan, 'steps' | 'to'>,
  begun: ReadonlySet<string>,
): readonly StepAction[] {
  switch (step.kind) {
    case 'install-revision':
      return [{ type: 'require-unused', revision: plan.to.revision }, ...restoreActions(before)];
    case 'node-agents':
    case 'remove-revision':
      return restoreActions(before);
    case 'set-tag':
      return [...restoreActions(before), ...followers(step, plan, begun)];
    case 'wave':
      return step.namespaces.flatMap((move) => moveBack(move, before));
    case 'restore-labels':
      return step.namespaces.map((move) => labelBack(namespaceKey(move.name), move.labels, before));
    case 'gateways':
      return gatewayActions(gatewaysBack(step, before));
    // What follows the default goes back to the old control plane only when the default does.
    case 'restart':
    case 'watch':
      return [];
  }
}

/** What was restarted once the default had moved. */
const followers = (
  { tag }: SetTag,
  { steps }: Pick<UpgradePlan, 'steps'>,
  begun: ReadonlySet<string>,
): readonly StepAction[] =>
  steps.flatMap((step) =>
    tag === 'default' && step.kind === 'restart' && begun.has(step.id)
      ? step.owners.flatMap(ownerActions)
      : [],
  );

const moveBack = ({ name, labels, owners }: NamespaceMove, before: readonly BeforeValue[]): StepAction[] => [
  labelBack(namespaceKey(name), labels, before),
  ...owners.flatMap((owner) => ownerActions(ownerBack(owner, before))),
];

const labelBack = (
  object: ObjectKey,
  labels: Readonly<Record<string, LabelChange>>,
  before: readonly BeforeValue[],
): LabelObject => ({ type: 'label', object, labels: reversed(labels, recordedLabels(object, before)) });

function ownerBack(owner: OwnerRestart, before: readonly BeforeValue[]): OwnerRestart {
  const { templateLabels } = owner;
  if (templateLabels === undefined) return owner;
  return { ...owner, templateLabels: reversed(templateLabels, recordedLabels(ownerKey(owner), before)) };
}

/** The same moves the other way. */
const gatewaysBack = (
  { owners, gateways, patches = [] }: MoveGateways,
  before: readonly BeforeValue[],
): Pick<MoveGateways, 'owners' | 'gateways' | 'patches'> => ({
  owners: owners.map((owner) => ownerBack(owner, before)),
  gateways: gateways.map((gateway) => ({
    ...gateway,
    labels: reversed(gateway.labels, recordedLabels(gatewayKey(gateway), before)),
  })),
  patches: patches.map((patch) => patchBack(patch, before)),
});

function patchBack({ object, changes }: ObjectPatch, before: readonly BeforeValue[]): ObjectPatch {
  const found = before.find((value) => value.part === 'fields' && idOf(value.object) === idOf(object));
  const fields = found?.part === 'fields' ? found.fields : {};
  return {
    object,
    changes: changes.map(({ path, before: old, after }) => ({
      path,
      before: after,
      after: fields[path] ?? old,
    })),
  };
}

const recordedLabels = (
  object: ObjectKey,
  before: readonly BeforeValue[],
): Readonly<Record<string, string | null>> => {
  const found = before.find((value) => 'labels' in value && idOf(value.object) === idOf(object));
  return found !== undefined && 'labels' in found ? found.labels : {};
};

/** Labels that had their new value before the step keep it. */
const reversed = (
  labels: Readonly<Record<string, LabelChange>>,
  recorded: Readonly<Record<string, string | null>>,
): Readonly<Record<string, LabelChange>> =>
  Object.fromEntries(
    Object.entries(labels).map(([key, { before, after }]) => [
      key,
      { before: after, after: key in recorded ? (recorded[key] ?? null) : before },
    ]),
  );

/** Nobody is called who is not there: webhooks go first and come last. */
function restoreActions(values: readonly BeforeValue[]): readonly StepAction[] {
  const all = values.flatMap((value): RestoreObject[] =>
    value.part === 'object' ? [{ type: 'restore', object: value.object, before: value.before }] : [],
  );
  const made = all.filter(({ before }) => before === null);
  const there = all.filter(({ before }) => before !== null).toSorted(byRank);
  const plain = there.filter(({ object }) => !isWebhook(object));
  return [
    ...made.filter(({ object }) => isWebhook(object)),
    ...plain,
    ...plain.flatMap(awaitWorkload),
    ...there.filter(({ object }) => isWebhook(object)),
    ...made.filter(({ object }) => !isWebhook(object)).toSorted((a, b) => -byRank(a, b)),
  ];
}

/** What others need comes first. */
const byRank = (a: RestoreObject, b: RestoreObject): number =>
  rankOf(a.object) - rankOf(b.object) || compareText(idOf(a.object), idOf(b.object));

const ranks = ['ServiceAccount', 'ClusterRole', 'Role', 'ClusterRoleBinding', 'RoleBinding', 'ConfigMap'];

function rankOf({ kind }: ObjectKey): number {
  if (kind === 'Deployment' || kind === 'DaemonSet') return ranks.length + 1;
  const rank = ranks.indexOf(kind);
  return rank === -1 ? ranks.length : rank;
}

function awaitWorkload({ object: { kind, namespace = '', name } }: RestoreObject): readonly StepAction[] {
  if (kind !== 'Deployment' && kind !== 'DaemonSet') return [];
  return [{ type: 'await-owner', owner: { kind, namespace, name, pods: 0, by: 'rollout', budgets: [] } }];
}
