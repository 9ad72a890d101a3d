import type { JsonObject } from '../../json.ts';
import type { NamespaceMove, UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import { gatewayActions } from './gateway-actions.ts';
import { namespaceKey } from './object-keys.ts';
import { ownerActions } from './owner-actions.ts';
import { removalWrites } from './removal-writes.ts';
import type { StepAction } from './step-action.ts';
import { tagWrites } from './tag-writes.ts';

/**
 * What a step does, in order. Pure: `objects` are those of the cluster as they are right before; steps that set a tag
 * need webhook configurations, Namespaces and what is in the namespace of the control planes, the removal of a control
 * plane all that was installed, others none. What needs no write any more is left out, so that a step that was
 * interrupted goes on with what is left.
 *
 * @throws {MeshctlError} `input` when a tag may not be set.
 */
export function actionsOf(
  step: UpgradeStep,
  objects: readonly JsonObject[],
  plan: Pick<UpgradePlan, 'istioNamespace'>,
): readonly StepAction[] {
  switch (step.kind) {
    case 'install-revision':
    case 'node-agents':
      return [{ type: 'install', spec: step.spec }];
    case 'set-tag':
      return tagWrites(step, objects, plan.istioNamespace);
    case 'wave':
      return step.namespaces.flatMap(moveActions);
    case 'watch':
      return [{ type: 'observe', seconds: step.seconds }];
    case 'restore-labels':
      return step.namespaces.map(labelNamespace);
    case 'restart':
      return step.owners.flatMap(ownerActions);
    case 'gateways':
      return gatewayActions(step);
    case 'remove-revision':
      return [
        { type: 'require-unused', revision: step.revision },
        ...removalWrites(step, objects, plan.istioNamespace),
      ];
  }
}

const moveActions = (move: NamespaceMove): readonly StepAction[] => [
  labelNamespace(move),
  ...move.owners.flatMap(ownerActions),
];

const labelNamespace = ({ name, labels }: Pick<NamespaceMove, 'name' | 'labels'>): StepAction => ({
  type: 'label',
  object: namespaceKey(name),
  labels,
});
