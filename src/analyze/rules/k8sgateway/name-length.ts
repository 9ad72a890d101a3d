import { managedGatewaysOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

const longest = 63;

/** The generated Service has the name of the Gateway and of its class, and names of Services are short. */
export const nameLength = defineRule<{ name: string; length: number }>({
  slug: 'k8sgateway/name-length',
  code: 'MSH0245',
  severity: 'warning',
  summary: 'The name of what is generated for a Gateway has at most 63 characters.',
  kinds: ['KubernetesGateway', 'GatewayClass'],
  message: ({ name, length }) =>
    `the Service of this Gateway would be named ${name}: ${length} characters, more than ${longest}`,
  hint: 'Shorten the name, or set the annotation gateway.istio.io/name-override on the Gateway.',
  check(mesh, report) {
    for (const { model, name } of mesh.derive(managedGatewaysOf)) {
      if (name.length > longest) report(model.gateway, ['metadata', 'name'], { name, length: name.length });
    }
  },
});
