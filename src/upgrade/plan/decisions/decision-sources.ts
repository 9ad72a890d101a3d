import type { Way } from '../mesh/control-planes.ts';
import type { GatewayMovement } from '../mesh/gateway-moves.ts';
import type { Movement } from '../mesh/movement.ts';
import type { UpgradeMesh } from '../mesh/upgrade-mesh.ts';
import type { UpgradeRequest } from '../upgrade-request.ts';

/** What decisions are made from. */
export interface DecisionSources {
  readonly mesh: UpgradeMesh;
  readonly way: Way;
  readonly movement: Movement;
  readonly gateways: GatewayMovement;
  readonly request: UpgradeRequest;
}
