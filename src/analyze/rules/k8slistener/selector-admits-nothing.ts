import type { Path } from '../../../path.ts';
import { admits, gatewaysOf, isIstios, routesOf, servedListeners } from '../../gateway-api/index.ts';
import type { LabelSelector } from '../../kubernetes-shapes.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** A selector that fits no namespace shuts everybody out, without a word in any status. */
export const selectorAdmitsNothing = defineRule<{ what: 'routes' | 'ListenerSets' }>({
  slug: 'k8slistener/selector-admits-nothing',
  code: 'MSH0207',
  severity: 'warning',
  summary: 'The namespace selectors of listeners fit a namespace.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'Namespace'],
  message: ({ what }) => `no namespace fits the selector, so no ${what} are let in`,
  hint: 'Mend the selector, or label a Namespace.',
  check(mesh, report) {
    for (const { object, path, selector, what } of selectors(mesh)) {
      if (!admitsNobody(mesh, selector)) continue;
      report(object, selector === undefined ? path : [...path, 'selector'], { what });
    }
  },
});

interface Selector {
  readonly object: MeshObject;
  /** Where the choice of namespaces stands. */
  readonly path: Path;
  readonly selector: LabelSelector | undefined;
  readonly what: 'routes' | 'ListenerSets';
}

const selectors = (mesh: Mesh): readonly Selector[] => [
  ...mesh.derive(servedListeners).flatMap(({ owner, path, spec }): Selector[] => {
    const namespaces = spec.allowedRoutes?.namespaces;
    if (namespaces?.from !== 'Selector') return [];
    const place = [...path, 'allowedRoutes', 'namespaces'];
    return [{ object: owner, path: place, selector: namespaces.selector, what: 'routes' }];
  }),
  ...mesh.derive(gatewaysOf).flatMap(({ gateway, role }): Selector[] => {
    const namespaces = gateway.spec.allowedListeners?.namespaces;
    if (namespaces?.from !== 'Selector' || !isIstios(role)) return [];
    const path = ['spec', 'allowedListeners', 'namespaces'];
    return [{ object: gateway, path, selector: namespaces.selector, what: 'ListenerSets' }];
  }),
];

/** Judged by the Namespaces of the input, where it holds any or is complete. */
function admitsNobody(mesh: Mesh, selector: LabelSelector | undefined): boolean {
  if (selector === undefined) return true;
  if (mesh.settings.assume === 'partial' && mesh.of('Namespace').length === 0) return false;
  const allowed = { from: 'Selector', selector };
  return mesh.derive(namespacesOf).every((namespace) => admits(mesh, allowed, '', namespace) === false);
}

/** The Namespaces of the input, and those of the objects that want to be let in. */
const namespacesOf = (mesh: Mesh): readonly string[] => [
  ...new Set([
    ...mesh.of('Namespace').map(({ name }) => name),
    ...mesh.derive(routesOf).map(({ object }) => object.namespace),
    ...mesh.of('ListenerSet').map(({ namespace }) => namespace),
  ]),
];
