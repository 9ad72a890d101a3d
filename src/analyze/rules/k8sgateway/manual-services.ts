import { gatewaysOf, isIstios, isManaged } from '../../gateway-api/index.ts';
import type { Host } from '../../hosts.ts';
import { isHostGiven, nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** An address of a Gateway whose proxies are deployed by hand. */
export interface ManualAddress {
  readonly gateway: MeshObject<'KubernetesGateway'>;
  readonly index: number;
  readonly type: string;
  readonly value: string;
  /** What the hostname means: Services, mostly one; none when the input does not hold it. */
  readonly hosts: readonly Host[];
  /** Whether a hostname that is absent from the input does not exist. */
  readonly isGiven: boolean;
}

/** The addresses of the Gateways that istiod deploys no proxies for: `mesh.derive(manualAddresses)`. */
export const manualAddresses = (mesh: Mesh): readonly ManualAddress[] =>
  mesh
    .derive(gatewaysOf)
    .filter(({ gateway, role }) => isIstios(role) && role !== 'remote' && !isManaged(gateway))
    .flatMap(({ gateway }) =>
      (gateway.spec.addresses ?? []).map(({ type = 'IPAddress', value = '' }, index) => {
        const name = nameOf(gateway.namespace, value);
        return {
          ...{ gateway, index, type, value },
          hosts: type === 'Hostname' ? mesh.hosts.named(name) : [],
          isGiven: isHostGiven(mesh, gateway.namespace, value),
        };
      }),
    );
