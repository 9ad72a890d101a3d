import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { gatewayName } from './names.ts';

/** Whether sidecars take a VirtualService into account: it names no gateways, or the word `mesh`. */
export const isInMesh = ({ spec: { gateways = [] } }: MeshObject<'VirtualService'>): boolean =>
  gateways.length === 0 || gateways.includes('mesh');

/** The Gateways that a VirtualService names, as far as they exist. */
export const gatewaysOf = (
  mesh: Mesh,
  { namespace, spec: { gateways = [] } }: MeshObject<'VirtualService'>,
): readonly MeshObject<'Gateway'>[] =>
  gateways.flatMap((reference) => {
    if (reference === 'mesh') return [];
    const name = gatewayName(reference, namespace);
    return mesh.find('Gateway', name.namespace, name.name) ?? [];
  });
