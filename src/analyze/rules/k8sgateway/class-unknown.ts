import { closest } from '../../../closest.ts';
import { builtInClasses, gatewaysOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A Gateway of a class that nobody answers for stays without proxies, and without a status. */
export const classUnknown = defineRule<{ class: string; meant?: string }>({
  slug: 'k8sgateway/class-unknown',
  code: 'MSH0202',
  severity: 'warning',
  summary: 'The class of a Gateway exists.',
  kinds: ['KubernetesGateway', 'GatewayClass'],
  message: ({ class: held, meant }) =>
    `there is no GatewayClass ${held}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  check(mesh, report) {
    for (const { gateway, role } of mesh.derive(gatewaysOf)) {
      const { gatewayClassName = '' } = gateway.spec;
      if (role !== 'unknown' || gatewayClassName === '') continue;
      const names = [...builtInClasses, ...mesh.of('GatewayClass').map(({ name }) => name)];
      const meant = closest(gatewayClassName, names);
      const isSure = meant !== undefined || mesh.isKnown('GatewayClass', '');
      report(
        gateway,
        ['spec', 'gatewayClassName'],
        { class: gatewayClassName, ...(meant !== undefined && { meant }) },
        isSure ? {} : { severity: 'info', group: gatewayClassName },
      );
    }
  },
});
