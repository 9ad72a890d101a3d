import type { MeshObject } from '../../mesh-object.ts';
import { defineRule, type RelatedPlace } from '../../rule.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import { podKinds, type Workload } from '../../workloads.ts';
import { containerPortsOf } from './container-ports.ts';

/** Requests to a port that no container has are refused. */
export const targetPort = defineRule<{ port: number; targetPort: string; named: boolean }>({
  slug: 'service/target-port',
  code: 'MSH0141',
  severity: 'error',
  summary: 'The target ports of a Service are ports of its workloads.',
  kinds: ['Service', ...podKinds],
  message: ({ port, targetPort: target, named }) =>
    named
      ? `port ${port} goes to ${target}, and no container of its workloads has a port of that name`
      : `port ${port} goes to ${target}, which is none of the ports that its workloads list`,
  check(mesh, report) {
    for (const [service, workloads] of serviceWorkloads(mesh).selectedBy) {
      if (service.spec.type === 'ExternalName' || !areKnown(workloads)) continue;
      for (const [index, port] of (service.spec.ports ?? []).entries()) {
        const target = targetOf(port);
        if (isServed(target, port.protocol ?? 'TCP', workloads)) continue;
        const named = typeof target === 'string';
        report(
          service,
          ['spec', 'ports', index, 'targetPort'],
          { port: port.port ?? 0, targetPort: String(target), named },
          {
            related: workloads.slice(0, 1).map(placeOf),
            ...(named
              ? { hint: 'Name the port of the container so, or write its number.' }
              : { severity: 'warning', hint: 'Mend the number, or list it under `ports` of the container.' }),
          },
        );
      }
    }
  },
});

type Port = NonNullable<MeshObject<'Service'>['spec']['ports']>[number];

/** VMs do not say what they serve. */
const areKnown = (workloads: readonly Workload[]): boolean =>
  workloads.length > 0 && workloads.every(({ pod }) => pod !== undefined);

/** A number in quotes is a number all the same. */
function targetOf({ targetPort: target, port = 0 }: Port): string | number {
  if (target === undefined || target === 0 || target === '') return port;
  return typeof target === 'string' && /^[0-9]+$/.test(target) ? Number(target) : target;
}

/** One workload that has the port is enough; so is one that lists none, since a container need not list its ports. */
function isServed(target: string | number, protocol: string, workloads: readonly Workload[]): boolean {
  if (isPortOfProxy(target)) return true;
  return workloads.some((workload) => {
    const ports = containerPortsOf(workload);
    if (typeof target === 'number' && ports.length === 0) return true;
    return ports.some(
      (port) => port.protocol === protocol && (port.name === target || port.number === target),
    );
  });
}

/** The proxy listens on ports that no container of the user lists. */
const isPortOfProxy = (target: string | number): boolean =>
  target === 'http-envoy-prom' || (typeof target === 'number' && target >= 15_000 && target < 15_100);

const placeOf = ({ object, podPath }: Workload): RelatedPlace => ({
  object,
  path: [...podPath, 'containers'],
  message: 'the containers of a workload',
});
