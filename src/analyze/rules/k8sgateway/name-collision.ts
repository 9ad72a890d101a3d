import { managedGatewaysOf } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** istiod takes over no object that it has not made, and two Gateways cannot both own one. */
export const nameCollision = defineRule<{ name: string; other: string }>({
  slug: 'k8sgateway/name-collision',
  code: 'MSH0244',
  severity: 'warning',
  summary: 'Nothing else has the name of what is generated for a Gateway.',
  kinds: ['KubernetesGateway', 'GatewayClass', 'Service', 'Deployment'],
  scope: 'unit',
  message: ({ name, other }) => `the proxies of this Gateway would be named ${name}, as is ${other}`,
  hint: 'Rename one of the two, or set the annotation gateway.istio.io/name-override on the Gateway.',
  check(mesh, report) {
    const first = new Map<string, MeshObject>();
    for (const { model, name } of mesh.derive(managedGatewaysOf)) {
      const { gateway } = model;
      const key = `${gateway.namespace}/${name}`;
      const other = first.get(key) ?? foreign(mesh, gateway.namespace, name);
      if (!first.has(key)) first.set(key, gateway);
      if (other === undefined) continue;
      const related = [{ object: other, path: ['metadata', 'name'], message: 'what has the name' }];
      const label = `${other.resource.kind} ${other.namespace}/${other.name}`;
      report(gateway, ['metadata', 'name'], { name, other: label }, { related });
    }
  },
});

function foreign(mesh: Mesh, namespace: string, name: string): MeshObject | undefined {
  const held: readonly (MeshObject | undefined)[] = [
    mesh.find('Service', namespace, name),
    mesh.find('Deployment', namespace, name),
  ];
  return held.find(
    (object) => object?.labels['gateway.istio.io/managed'] === undefined && object !== undefined,
  );
}
