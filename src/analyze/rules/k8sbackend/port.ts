import { backendsOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** istiod does not look whether a Service has the port; requests find no endpoints. */
export const port = defineRule<{ port: number; backend: string; ports: readonly number[] }>({
  slug: 'k8sbackend/port',
  code: 'MSH0211',
  severity: 'error',
  summary: 'The backends of routes have the ports that routes name.',
  hint: 'Name the port of the Service, not the one that its Pods listen on.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'Service', 'ServiceEntry'],
  message: ({ port: wanted, backend, ports }) =>
    `${backend} has no port ${wanted}; it has ${ports.join(', ')}`,
  check(mesh, report) {
    for (const backend of mesh.derive(backendsOf)) {
      if (backend.fault !== 'port') continue;
      const { route, path, kind, namespace, name, port: wanted, ports } = backend;
      const label = kind === 'Hostname' ? `host ${name}` : `${kind} ${namespace}/${name}`;
      const service = mesh.find('Service', namespace, name);
      const related = service
        ? [{ object: service, path: ['spec', 'ports'], message: 'the ports of the Service' }]
        : [];
      report(route.object, [...path, 'port'], { port: wanted, backend: label, ports }, { related });
    }
  },
});
