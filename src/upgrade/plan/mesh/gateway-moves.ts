import { plainText } from '../../../json.ts';
import { label } from '../../../label.ts';
import { labelOf } from '../../../label-of.ts';
import type { GatewayMove, ObjectPatch, OwnerRestart } from '../../upgrade-plan.ts';
import type { Way } from './control-planes.ts';
import { operatorGatewayPatches } from './operator-gateway.ts';
import { ownerRestarts } from './owner-restart.ts';
import { ownersOf, type PodOwner } from './pod-owners.ts';
import { objectNamed, objectsOfKind, type UpgradeMesh } from './upgrade-mesh.ts';
import { keyOf } from '../../../kube/apply/index.ts';

/** The gateways that an upgrade moves. */
export interface GatewayMovement {
  readonly owners: readonly OwnerRestart[];
  readonly gateways: readonly GatewayMove[];
  readonly patches: readonly ObjectPatch[];
}

/**
 * Finds the gateways of the control plane that is left: Deployments, by name, and objects of the Gateway API that name it.
 * Those that name nothing follow their namespace, and istiod renders them anew.
 */
export function gatewayMoves(mesh: UpgradeMesh, way: Way): GatewayMovement {
  const restart = ownerRestarts(mesh, [way.from.revision, way.to.revision]);
  return {
    owners: deploymentsOf(mesh, way).map(restart),
    patches: operatorGatewayPatches(mesh, way),
    gateways: objectsOfKind(mesh, 'Gateway')
      .filter((object) => plainText(object.apiVersion).startsWith('gateway.networking.k8s.io/'))
      .filter((object) => labelOf(object, label.revision) === way.from.revision)
      .map((object) => {
        const { namespace = '', name } = keyOf(object);
        const change = { before: way.from.revision, after: way.to.revision };
        return { namespace, name, labels: { [label.revision]: change } };
      }),
  };
}

function deploymentsOf(mesh: UpgradeMesh, { from }: Way): readonly PodOwner[] {
  return mesh.gateways.flatMap(({ kind, namespace, name, revision }) => {
    const object = kind === 'Deployment' ? objectNamed(mesh, kind, namespace, name) : undefined;
    if (kind !== 'Deployment' || object === undefined || revision !== from.revision) return [];
    const { owners } = ownersOf(mesh.revisions.podsIn.get(namespace) ?? [], mesh);
    const pods = owners.find((owner) => owner.kind === kind && owner.name === name)?.pods ?? [];
    return [{ ...{ kind, namespace, name, object }, pods }];
  });
}
