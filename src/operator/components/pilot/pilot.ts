import type { ComponentDefinition } from '../../component-definition.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import { isClusterWide, isNamespaced } from '../../resource-scope.ts';
import { accountOf, clusterRoles, namespaceRoles, readerRoles } from './access.ts';
import { checkRenderable } from './check-renderable.ts';
import { debugValues } from './debug-values.ts';
import { pilotDefaults } from './defaults.ts';
import { deployment } from './deployment.ts';
import { extraRoots, gatewayClassSettings } from './extra-config-maps.ts';
import { injectionWebhooks } from './injection-webhooks.ts';
import { injectorConfigMap } from './injector-config.ts';
import { meshConfigMap } from './mesh-config.ts';
import { networkPolicy } from './network-policy.ts';
import { planeOf, type Plane } from './plane.ts';
import { remoteService } from './remote-service.ts';
import { scaling } from './scaling.ts';
import { service, tagServices } from './service.ts';
import { stablePolicy, validator } from './validator.ts';

/** The control plane: istiod with its rights, its settings and the webhooks that lead to it. */
export const pilot: ComponentDefinition = { defaults: { values: pilotDefaults, own: 'pilot' }, render };

function render(context: ComponentContext): readonly KubeObject[] {
  const plane = planeOf(context);
  checkRenderable(plane.values);
  return [
    ...(isNamespaced(plane.values) ? namespacedObjects(plane, context) : []),
    ...(isClusterWide(plane.values) ? clusterObjects(plane) : []),
  ];
}

/** Whether a control plane acts on this cluster with an account of its own here, wherever it runs. */
const hasAccount = ({ runs, values }: Plane): boolean => runs || values.is('global.configCluster');

function namespacedObjects(plane: Plane, { given }: ComponentContext): readonly KubeObject[] {
  return [
    ...(hasAccount(plane) ? [...accountOf(plane), ...namespaceRoles(plane)] : []),
    ...meshConfigMap(plane),
    ...injectorConfigMap(plane),
    debugValues(plane, given),
    ...(plane.runs ? workload(plane) : []),
    ...remoteService(plane),
    ...gatewayClassSettings(plane),
  ];
}

const workload = (plane: Plane): readonly KubeObject[] => [
  ...extraRoots(plane),
  deployment(plane),
  service(plane),
  ...tagServices(plane),
  ...scaling(plane),
  ...networkPolicy(plane),
];

function clusterObjects(plane: Plane): readonly KubeObject[] {
  return [
    ...(hasAccount(plane) ? clusterRoles(plane) : []),
    ...readerRoles(plane),
    ...injectionWebhooks(plane),
    ...(hasAccount(plane) ? [...validator(plane), ...stablePolicy(plane)] : []),
  ];
}
