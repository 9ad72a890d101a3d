import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { backendTlsTargets } from '../k8spolicy/index.ts';

/** The section of a target is the name of a port. */
export const portName = defineRule<{ target: string; port: string; ports: readonly string[] }>({
  slug: 'backendtls/port-name',
  code: 'MSH0258',
  severity: 'error',
  summary: 'The target of a BackendTLSPolicy has a port of the name that it gives.',
  kinds: ['BackendTLSPolicy', 'Service', 'ServiceEntry'],
  message: ({ target, port, ports }) =>
    `${target} has no port named ${port}${ports.length === 0 ? '' : `; it has ${ports.join(', ')}`}`,
  hint: '`sectionName` is the name of the port, not its number.',
  check(mesh, report) {
    for (const { policy, path, kind, name, sectionName } of mesh.derive(backendTlsTargets)) {
      const ports = sectionName === '' ? undefined : portNames(mesh, kind, policy.namespace, name);
      if (ports === undefined || ports.includes(sectionName)) continue;
      const target = `${kind} ${policy.namespace}/${name}`;
      const held = ports.filter((port) => port !== '');
      report(policy, [...path, 'sectionName'], { target, port: sectionName, ports: held });
    }
  },
});

/** The names of the ports of a target; undefined when the input does not hold it. */
function portNames(mesh: Mesh, kind: string, namespace: string, name: string): readonly string[] | undefined {
  const object =
    kind === 'ServiceEntry'
      ? mesh.find('ServiceEntry', namespace, name)
      : mesh.find('Service', namespace, kind === 'Service' ? name : '');
  return object?.spec.ports?.map((port) => port.name ?? '');
}
