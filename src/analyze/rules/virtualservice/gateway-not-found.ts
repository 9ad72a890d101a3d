import { gatewayName } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { isGenerated } from './generated-gateway.ts';

/** A VirtualService names the gateways whose traffic it routes; `mesh` stands for all sidecars. */
export const gatewayNotFound = defineRule<{ reftype: 'gateway'; refval: string }>({
  slug: 'virtualservice/gateway-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every gateway that a VirtualService names exists.',
  hint: 'Write `<namespace>/<name>`; without a namespace it is that of the VirtualService.',
  kinds: ['VirtualService', 'Gateway'],
  message: ({ refval }) => `there is no Gateway ${refval}`,
  check(mesh, report) {
    for (const service of mesh.of('VirtualService')) {
      for (const [index, refval] of (service.spec.gateways ?? []).entries()) {
        if (refval === 'mesh' || isGenerated(refval)) continue;
        const { namespace, name } = gatewayName(refval, service.namespace);
        if (mesh.find('Gateway', namespace, name) !== undefined) continue;
        report(
          service,
          ['spec', 'gateways', index],
          { reftype: 'gateway', refval },
          {
            cause: `Gateway ${namespace}/${name}`,
            ...(!mesh.isKnown('Gateway', namespace) && {
              severity: 'info',
              group: `${namespace}/${name}`,
              hint: `The input holds no Gateway of the namespace ${namespace}; if it is complete, say so: --assume complete.`,
            }),
          },
        );
      }
    }
  },
});
