import { MeshctlError } from '../../errors.ts';
import type { UpgradeFacts } from '../facts/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import type { UpgradeRequest } from './upgrade-request.ts';

/**
 * Plans the way from one control plane to another. Pure: the same facts and wishes give the same plan.
 *
 * @throws {MeshctlError} `usage` for wishes that fit no cluster, `input` for facts without a control plane.
 */
export function planUpgrade(facts: UpgradeFacts, request: UpgradeRequest = {}): UpgradePlan {
  throw new MeshctlError('input', `no control plane is in ${facts.istioNamespace}`, {
    ...(request.from !== undefined && { reason: request.from }),
  });
}
