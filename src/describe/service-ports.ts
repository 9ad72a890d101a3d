import { portProtocol, type MeshObject } from '../analyze/index.ts';
import type { Note, ServicePortView } from './description.ts';

type Port = NonNullable<MeshObject<'Service'>['spec']['ports']>[number];

/** The ports of a Service, with what Istio takes each for and why. */
export const servicePorts = ({ spec: { ports = [] } }: MeshObject<'Service'>): readonly ServicePortView[] =>
  ports.map((port) => {
    const protocol = portProtocol(port);
    return {
      ...{ port: port.port ?? 0, name: port.name ?? '', protocol: protocol ?? 'auto' },
      decidedBy: protocol === undefined ? 'nothing' : deciding(port),
      targetPort: String(port.targetPort ?? port.port ?? 0),
    };
  });

/** Where Istio has to guess the protocol of a port. */
export const portNotes = (ports: readonly ServicePortView[]): readonly Note[] =>
  ports
    .filter(({ decidedBy }) => decidedBy === 'nothing')
    .map(({ port, name }) => ({
      level: 'advice',
      message: `nothing says what port ${port}${name && ` (${name})`} speaks, so that proxies find out from the bytes: add appProtocol`,
    }));

function deciding({ protocol, appProtocol, name = '', port = 0 }: Port): ServicePortView['decidedBy'] {
  if (protocol === 'UDP') return 'protocol';
  if (appProtocol !== undefined) return 'appProtocol';
  return portProtocol({ name, port: 0 }) === undefined && port > 0 ? 'number' : 'name';
}
