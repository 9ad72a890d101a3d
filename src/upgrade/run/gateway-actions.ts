import { idOf } from '../../kube/apply/index.ts';
import { label } from '../../label.ts';
import type { GatewayMove, MoveGateways, ObjectPatch } from '../upgrade-plan.ts';
import { gatewayKey, ownerKey } from './object-keys.ts';
import { ownerActions } from './owner-actions.ts';
import type { StepAction } from './step-action.ts';

/**
 * What moves gateways, there or back. A Deployment makes new Pods as soon as its template is patched, so that its budgets
 * are asked before.
 */
export function gatewayActions({
  owners,
  gateways,
  patches = [],
}: Pick<MoveGateways, 'owners' | 'gateways' | 'patches'>): readonly StepAction[] {
  const owned = new Set(owners.map((owner) => idOf(ownerKey(owner))));
  return [
    ...patches.filter(({ object }) => !owned.has(idOf(object))).map(patchAction),
    ...owners.flatMap((owner): readonly StepAction[] => {
      const own = patches.filter(({ object }) => idOf(object) === idOf(ownerKey(owner))).map(patchAction);
      if (own.length === 0) return ownerActions(owner);
      return [{ type: 'await-budgets', owner }, ...own, ...withoutBudgets(ownerActions(owner))];
    }),
    ...gateways.map((gateway): StepAction => ({
      type: 'label',
      object: gatewayKey(gateway),
      labels: gateway.labels,
    })),
    ...gateways.flatMap(awaitGateway),
  ];
}

const patchAction = (patch: ObjectPatch): StepAction => ({ type: 'patch', ...patch });

/** One that names no control plane any more follows whoever has its namespace. */
function awaitGateway(gateway: GatewayMove): readonly StepAction[] {
  const revision = gateway.labels[label.revision]?.after ?? '';
  return revision === '' ? [] : [{ type: 'await-gateway', object: gatewayKey(gateway), revision }];
}

/** Budgets are asked once for both. */
const withoutBudgets = (actions: readonly StepAction[]): readonly StepAction[] =>
  actions.filter(({ type }) => type !== 'await-budgets');
