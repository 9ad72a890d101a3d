import { membershipOf } from '../../injection.ts';
import type { Container } from '../../kubernetes-shapes.ts';
import { defineRule } from '../../rule.ts';
import { podKinds } from '../../workloads.ts';

/** A port that the sidecar has taken cannot be opened by the application. */
export const reservedPort = defineRule<{ port: number; use: string }>({
  slug: 'workload/reserved-port',
  code: 'MSH0143',
  severity: 'warning',
  summary: 'Applications listen on other ports than their sidecar.',
  hint: 'Let the application listen on another port.',
  kinds: ['Namespace', ...podKinds],
  message: ({ port, use }) => `port ${port} is taken by the sidecar: ${use}`,
  check(mesh, report) {
    for (const workload of mesh.workloads.all) {
      const { object, pod, podPath } = workload;
      for (const { index, place, port, use } of takenPorts(pod?.containers ?? [])) {
        if (membershipOf(mesh, workload) !== 'sidecar') break;
        const path = [...podPath, 'containers', index, 'ports', place, 'containerPort'];
        report(object, path, { port, use });
      }
    }
  },
});

interface TakenPort {
  readonly index: number;
  readonly place: number;
  readonly port: number;
  readonly use: string;
}

const takenPorts = (containers: readonly Container[]): TakenPort[] =>
  containers.flatMap(({ name, ports = [] }, index) =>
    name === 'istio-proxy'
      ? []
      : ports.flatMap(({ containerPort: port = 0, protocol = 'TCP' }, place) => {
          const use = protocol === 'TCP' ? uses.get(port) : undefined;
          return use === undefined ? [] : [{ index, place, port, use }];
        }),
  );

/** The ports of a sidecar, as the documentation of Istio lists them. */
const uses: ReadonlyMap<number, string> = new Map([
  [15000, 'administration of Envoy'],
  [15001, 'outgoing connections'],
  [15002, 'detection of loops'],
  [15004, 'debugging'],
  [15006, 'incoming connections'],
  [15007, 'detection of loops'],
  [15008, 'HBONE tunnels'],
  [15020, 'merged metrics and health'],
  [15021, 'health'],
  [15053, 'DNS'],
  [15090, 'metrics of Envoy'],
]);
