import { managedGatewaysOf } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** Where a Gateway finds patches for what is generated for it. */
export interface Parameters {
  readonly gateway: MeshObject<'KubernetesGateway'>;
  readonly ref: { readonly group?: string; readonly kind?: string; readonly name?: string };
}

/** The parameters of all Gateways that istiod generates something for: `mesh.derive(parametersOf)`. */
export const parametersOf = (mesh: Mesh): readonly Parameters[] =>
  mesh.derive(managedGatewaysOf).flatMap(({ model: { gateway } }) => {
    const ref = gateway.spec.infrastructure?.parametersRef;
    return ref === undefined ? [] : [{ gateway, ref }];
  });
