import { listenerSetsOf } from '../../gateway-api/index.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** Only Gateways of the classes for proxies at the edge have ListenerSets. */
export const classRule = defineRule<{ gateway: string; class: string }>({
  slug: 'listenerset/class',
  code: 'MSH0226',
  severity: 'error',
  summary: 'The Gateway of a ListenerSet is of a class with ListenerSets.',
  kinds: ['ListenerSet', 'KubernetesGateway', 'GatewayClass'],
  message: ({ gateway, class: held }) =>
    `Gateway ${gateway} is of the class ${held}, which has no ListenerSets`,
  hint: 'The classes istio and istio-agentgateway have them.',
  check(mesh, report) {
    for (const { set, parent, gateway, state } of mesh.derive(listenerSetsOf)) {
      if (state !== 'class' || gateway === undefined) continue;
      const { gatewayClassName = '' } = gateway.gateway.spec;
      const related = [
        { object: gateway.gateway, path: ['spec', 'gatewayClassName'], message: 'the class of the Gateway' },
      ];
      const args = { gateway: fullName(parent), class: gatewayClassName };
      report(set, ['spec', 'parentRef'], args, { cause: `ListenerSet ${fullName(set)}`, related });
    }
  },
});
