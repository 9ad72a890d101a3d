import { routesOf, type Parent } from '../../gateway-api/index.ts';
import { defineRule, type RelatedPlace } from '../../rule.ts';
import { listenerPlaces } from './listener-places.ts';

interface Missing {
  readonly what: string;
  readonly parent: string;
}

/** `sectionName` and `port` of a parent choose among its listeners. */
export const listenerNotFound = defineRule<{ what: string; parent: string }>({
  slug: 'k8sroute/listener-not-found',
  code: 'MSH0203',
  severity: 'error',
  summary: 'The parents of a route have the listeners and ports that it names.',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'KubernetesGateway', 'ListenerSet', 'Service'],
  message: ({ what, parent }) => `${parent} has no ${what}`,
  check(mesh, report) {
    for (const { object, parents } of mesh.derive(routesOf)) {
      for (const parent of parents) {
        const found = atListeners(parent) ?? atService(parent);
        if (found === undefined) continue;
        const { field, related, ...args } = found;
        report(object, [...parent.ref.path, field], args, { related });
      }
    }
  },
});

interface Found extends Missing {
  readonly field: 'port' | 'sectionName';
  readonly related: readonly RelatedPlace[];
}

function atListeners({ ref, outcome }: Parent): Found | undefined {
  if (outcome.state !== 'listeners') return undefined;
  const { verdict, deciding } = outcome;
  if (verdict !== 'port' && verdict !== 'section') return undefined;
  const related = listenerPlaces(deciding, 'is another');
  return verdict === 'port' && ref.port !== 0
    ? { field: 'port', what: `listener on port ${ref.port}`, parent: ref.label, related }
    : { field: 'sectionName', what: sectionOf(ref), parent: ref.label, related };
}

const sectionOf = ({ sectionName, port }: Parent['ref']): string => {
  const name = sectionName === '' ? 'listener' : `listener named ${sectionName}`;
  return port === 0 ? name : `${name} on port ${port}`;
};

function atService({ ref, outcome }: Parent): Found | undefined {
  if (outcome.state !== 'mesh' || ref.port === 0 || outcome.target.kind !== 'Service') return undefined;
  const service = outcome.target;
  const ports = service.spec.ports ?? [];
  if (ports.length === 0 || ports.some(({ port }) => port === ref.port)) return undefined;
  const related = [{ object: service, path: ['spec', 'ports'], message: 'the ports of the Service' }];
  return { field: 'port', what: `port ${ref.port}`, parent: ref.label, related };
}
