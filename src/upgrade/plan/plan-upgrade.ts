import type { UpgradeFacts } from '../facts/index.ts';
import type { UpgradeFact, UpgradePlan } from '../upgrade-plan.ts';
import { fact } from './decisions/fact.ts';
import { decide } from './decisions/decide.ts';
import { chooseWay } from './mesh/control-planes.ts';
import { gatewayMoves } from './mesh/gateway-moves.ts';
import { movementOf } from './mesh/movement.ts';
import { upgradeMesh } from './mesh/upgrade-mesh.ts';
import { upgradeSteps } from './steps/upgrade-steps.ts';
import type { UpgradeRequest } from './upgrade-request.ts';
import { wavesOf } from './waves.ts';

/**
 * Plans the way from one control plane to another. Pure: the same facts and wishes give the same plan. What stops the
 * upgrade is in its facts, and it is not feasible then.
 *
 * @throws {MeshctlError} `usage` for wishes that fit no cluster, `input` for facts without a control plane.
 */
export function planUpgrade(facts: UpgradeFacts, request: UpgradeRequest = {}): UpgradePlan {
  const mesh = upgradeMesh(facts);
  const way = chooseWay(mesh, request);
  const movement = movementOf(mesh, way);
  const gateways = gatewayMoves(mesh, way);
  const { waves, empty } = wavesOf(movement.namespaces, mesh.revisions.namespaces, request.waves);
  const decision = decide({ mesh, way, movement, gateways, request });
  const decided = [...empty.map(emptyWave), ...decision.decided];
  const { soakSeconds = 300, spec } = request;
  return {
    kind: 'UpgradePlan',
    schemaVersion: 1,
    istioNamespace: facts.istioNamespace,
    from: way.from,
    to: way.to,
    feasible: decided.every(({ verdict }) => verdict !== 'stop'),
    facts: decided,
    steps: upgradeSteps({
      mesh,
      way,
      movement,
      gateways,
      waves,
      spec,
      soakSeconds,
      removes: decision.removes,
    }),
  };
}

const emptyWave = (wish: string): UpgradeFact =>
  fact('warn', 'empty-wave', `the wave ${wish} takes no namespace that moves`, {
    hint: 'see which labels namespaces have: what no wave takes moves in the last one',
  });
