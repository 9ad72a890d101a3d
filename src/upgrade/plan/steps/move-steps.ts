import type {
  MoveGateways,
  MoveWave,
  NamespaceMove,
  OwnerRestart,
  RestartOwners,
  RestoreLabels,
} from '../../upgrade-plan.ts';
import type { Way } from '../mesh/control-planes.ts';
import type { GatewayMovement } from '../mesh/gateway-moves.ts';

/** Moves some namespaces, and restarts what runs there. */
export function waveStep({ from, to }: Way, namespaces: readonly NamespaceMove[], number: number): MoveWave {
  const owners = namespaces.flatMap((move) => move.owners);
  const count = namespaces.length === 1 ? '1 namespace' : `${namespaces.length} namespaces`;
  return {
    ...{ kind: 'wave', id: `wave-${number}`, namespaces },
    title: `wave ${number}: move ${count} to ${to.revision}, and restart ${workloads(owners)}`,
    before: [
      `a pod of istiod ${to.revision} is ready`,
      'the namespaces have the labels that they had when the plan was made',
      ...budgetLine(owners),
    ],
    check: [
      `the pods have the proxy of ${to.revision}`,
      `they are connected to it, and took what they were sent`,
    ],
    undo: `give the namespaces their labels back, and restart the same workloads on ${from.revision}`,
  };
}

/** Gives namespaces the labels of before: these lead to the new control plane now. */
export const restoreStep = (namespaces: readonly NamespaceMove[]): RestoreLabels => ({
  ...{ kind: 'restore-labels', id: 'restore-labels' },
  title: `give ${namespaces.length === 1 ? '1 namespace' : `${namespaces.length} namespaces`} the labels of before`,
  namespaces: namespaces.map(({ name, labels }) => ({
    name,
    labels: Object.fromEntries(
      Object.entries(labels).map(([key, { before, after }]) => [key, { before: after, after: before }]),
    ),
  })),
  before: ['the tags and the default that they follow stand for the new control plane'],
  check: ['each of them has the same injector as before'],
  undo: 'give them the labels of the waves',
});

/** Restarts what followed by the labels of its Pods alone. */
export const restartStep = (owners: readonly OwnerRestart[]): RestartOwners => ({
  ...{ kind: 'restart', id: 'restart', owners },
  title: `restart ${workloads(owners)} that follow tags by their own labels`,
  before: ['the tags that they follow stand for the new control plane', ...budgetLine(owners)],
  check: ['the pods have the proxy of the new control plane, and are connected to it'],
  undo: 'restart them again when the tags are back',
});

/** Moves gateways. */
export function gatewayStep({ to }: Way, { owners, gateways, patches }: GatewayMovement): MoveGateways {
  const what = [
    ...(owners.length > 0 ? [workloads(owners, 'gateway')] : []),
    ...(gateways.length > 0 ? [gateways.length === 1 ? '1 Gateway' : `${gateways.length} Gateways`] : []),
  ];
  return {
    ...{ kind: 'gateways', id: 'gateways', owners, gateways },
    ...(patches.length > 0 && { patches }),
    title: `move ${what.join(' and ')} to ${to.revision}`,
    before: [`a pod of istiod ${to.revision} is ready`, ...budgetLine(owners)],
    check: [`their pods are ready, and connected to ${to.revision}`],
    undo: 'give them the labels and templates of before, and restart them',
  };
}

const workloads = (owners: readonly OwnerRestart[], name = 'workload'): string =>
  owners.length === 1 ? `1 ${name}` : `${owners.length} ${name}s`;

const budgetLine = (owners: readonly OwnerRestart[]): readonly string[] =>
  owners.some(({ budgets }) => budgets.length > 0)
    ? ['before each restart, the PodDisruptionBudgets of its pods allow a disruption']
    : [];
