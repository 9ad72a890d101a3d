import type { Mesh } from '../mesh.ts';
import type { MeshObject } from '../mesh-object.ts';
import { gatewaysOf, type GatewayModel } from './listeners.ts';
import { isIstios } from './roles.ts';

/** A Gateway that istiod deploys proxies for. */
export interface ManagedGateway {
  readonly model: GatewayModel;
  /** The name of its Deployment and its Service. */
  readonly name: string;
}

/** The Gateways whose proxies istiod deploys: `mesh.derive(managedGatewaysOf)`. */
export const managedGatewaysOf = (mesh: Mesh): readonly ManagedGateway[] =>
  mesh
    .derive(gatewaysOf)
    .filter((model) => isIstios(model.role) && model.role !== 'remote' && isManaged(model.gateway))
    .map((model) => ({ model, name: generatedName(model) }));

/** Whether istiod deploys the proxies: no address is asked for, or one IP address for the load balancer. */
export function isManaged({ spec: { addresses = [] } }: MeshObject<'KubernetesGateway'>): boolean {
  const [first] = addresses;
  return first === undefined || (addresses.length === 1 && (first.type ?? 'IPAddress') === 'IPAddress');
}

function generatedName({ gateway, role }: GatewayModel): string {
  const { name, annotations, spec } = gateway;
  const override = annotations['gateway.istio.io/name-override'];
  if (override !== undefined && override !== '') return override;
  return role === 'gateway' ? `${name}-${spec.gatewayClassName ?? ''}` : name;
}
