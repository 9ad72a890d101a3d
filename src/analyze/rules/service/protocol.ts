import type { MeshObject } from '../../mesh-object.ts';
import { portProtocol } from '../../port-protocol.ts';
import { defineRule } from '../../rule.ts';
import { judgedServices, mayServeMesh } from './mesh-services.ts';

interface Args {
  readonly [name: string]: unknown;
  readonly portName: string;
  readonly port: number;
  readonly targetPort: string;
}

/** Istio goes by the names of ports. */
export const serviceProtocol = defineRule<Args>({
  slug: 'service/protocol',
  code: 'IST0118',
  severity: 'info',
  summary: 'The ports of Services in the mesh say their protocol.',
  hint: 'Name it `<protocol>` or `<protocol>-<suffix>`, such as `http-api`, or set `appProtocol`.',
  kinds: ['Service', 'Namespace', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'],
  message: ({ portName, port }) =>
    portName === ''
      ? `port ${port} has no name, so Istio finds out its protocol from the first bytes`
      : `the name ${portName} of port ${port} says no protocol, so Istio finds it out from the first bytes`,
  check(mesh, report) {
    const { compat } = mesh.settings;
    for (const service of judgedServices(mesh)) {
      const unclear = unclearPorts(service, compat);
      if (unclear.length === 0 || (!compat && !mayServeMesh(mesh, service))) continue;
      for (const [index, port] of unclear) {
        const mark = nameOf(port);
        report(service, ['spec', 'ports', index, 'port'], argsOf(port), {
          ...(!compat && mark !== undefined && { mark: ['spec', 'ports', index, mark] }),
        });
      }
    }
  },
});

const argsOf = ({ name = '', port = 0, targetPort = 0 }: Port): Args => ({
  portName: name,
  port,
  targetPort: String(targetPort),
});

type Port = NonNullable<MeshObject<'Service'>['spec']['ports']>[number];

function unclearPorts(
  { spec }: MeshObject<'Service'>,
  compat: boolean,
): readonly (readonly [number, Port])[] {
  if (spec.type === 'ExternalName') return [];
  return [...(spec.ports ?? []).entries()].filter(
    ([, port]) => (compat || port.protocol !== 'SCTP') && portProtocol(port) === undefined,
  );
}

/** The field that should say the protocol. */
function nameOf({ name, appProtocol }: Port): 'name' | 'appProtocol' | undefined {
  if (appProtocol !== undefined) return 'appProtocol';
  return name === undefined ? undefined : 'name';
}
