import type { JsonObject } from '../../../json.ts';
import type { NamespaceMove, UpgradeStep } from '../../upgrade-plan.ts';
import type { Way } from '../mesh/control-planes.ts';
import type { GatewayMovement } from '../mesh/gateway-moves.ts';
import type { Movement } from '../mesh/movement.ts';
import type { UpgradeMesh } from '../mesh/upgrade-mesh.ts';
import { installSpec } from './install-spec.ts';
import { installStep, nodeAgentStep, removeStep } from './install-steps.ts';
import { gatewayStep, restartStep, restoreStep, waveStep } from './move-steps.ts';
import { nodeAgentsOf } from './node-agents.ts';
import { tagSteps } from './tag-steps.ts';
import { watchStep } from './watch-step.ts';

/** What steps are made from. */
export interface StepSources {
  readonly mesh: UpgradeMesh;
  readonly way: Way;
  readonly movement: Movement;
  readonly gateways: GatewayMovement;
  readonly waves: readonly (readonly NamespaceMove[])[];
  readonly spec: JsonObject | undefined;
  readonly soakSeconds: number;
  /** Whether the old control plane goes at the end. */
  readonly removes: boolean;
}

/** All steps of an upgrade, in order. */
export function upgradeSteps(sources: StepSources): readonly UpgradeStep[] {
  const { mesh, way, movement, gateways, waves, spec, soakSeconds, removes } = sources;
  const besides = nodeAgentsOf(mesh);
  const tags = tagSteps(mesh, way);
  const restored = movement.namespaces.filter((move) => isRestored(move, way));
  const promoted = tags.length > 0 || gateways.owners.length + gateways.gateways.length > 0;
  return [
    ...(way.installed ? [] : [installStep(way, installSpec(mesh, way, spec))]),
    ...waves.flatMap((wave, i) => [
      waveStep(way, wave, i + 1),
      ...(soakSeconds > 0 ? [watchStep(`watch-${i + 1}`, soakSeconds)] : []),
    ]),
    ...tags,
    ...(restored.length > 0 ? [restoreStep(restored)] : []),
    ...(movement.later.length > 0 ? [restartStep(movement.later)] : []),
    ...(gateways.owners.length + gateways.gateways.length > 0 ? [gatewayStep(way, gateways)] : []),
    ...(promoted && soakSeconds > 0 ? [watchStep('watch-promoted', soakSeconds)] : []),
    ...(besides.length > 0 ? [nodeAgentStep(way, besides, installSpec(mesh, way, spec, besides))] : []),
    ...(removes ? [removeStep(way)] : []),
  ];
}

/** Those that named the old control plane itself name the new one from now on. */
const isRestored = ({ labels }: NamespaceMove, { from }: Way): boolean =>
  Object.entries(labels).some(([name, { before }]) => name !== 'istio.io/rev' || before !== from.revision);
