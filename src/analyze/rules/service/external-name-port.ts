import { portProtocol } from '../../port-protocol.ts';
import { defineRule } from '../../rule.ts';
import { judgedServices } from './mesh-services.ts';

/** Before Istio 1.21 such a port took all traffic to its number, whatever the host. */
export const externalNamePort = defineRule({
  slug: 'service/external-name-port',
  code: 'IST0150',
  severity: 'warning',
  summary: 'The ports of a Service that stands for an external name say their protocol.',
  hint: 'Name it after its protocol, such as `https`; not `tcp` alone.',
  kinds: ['Service'],
  compatOnly: true,
  message: () => 'the port of an ExternalName Service does not say its protocol',
  check(mesh, report) {
    for (const service of judgedServices(mesh)) {
      if (service.spec.type !== 'ExternalName') continue;
      for (const [index, port] of (service.spec.ports ?? []).entries()) {
        const isTold = port.name !== 'tcp' && portProtocol(port) !== undefined;
        if (!isTold) report(service, ['spec', 'ports', index, 'port'], {});
      }
    }
  },
});
