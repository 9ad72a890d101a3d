import { managedGatewaysOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

const annotation = 'networking.istio.io/service-type';

/** The type of the generated Service is better set by a patch. */
export const serviceTypeAnnotation = defineRule<{ type: string }>({
  slug: 'k8sgateway/service-type-annotation',
  code: 'MSH0243',
  severity: 'info',
  summary: 'The type of the Service of a Gateway is set by its parameters.',
  kinds: ['KubernetesGateway', 'GatewayClass'],
  message: () => `${annotation} is deprecated`,
  hint: 'Set `spec.type` under the key `service` of the ConfigMap that `infrastructure.parametersRef` names.',
  check(mesh, report) {
    for (const { model } of mesh.derive(managedGatewaysOf)) {
      const type = model.gateway.annotations[annotation];
      const path = ['metadata', 'annotations', annotation];
      if (type !== undefined) report(model.gateway, path, { type }, { at: 'key' });
    }
  },
});
