import { isObject, type JsonObject, objectIn } from '../json.ts';
import type { Path } from '../path.ts';
import type { OperatorSpec } from './spec/index.ts';

/** The parts of an installation, by the names that labels of objects have. */
export type ComponentName = 'Base' | 'Pilot' | 'Cni' | 'Ztunnel' | 'IngressGateways' | 'EgressGateways';

/** One part that is switched on: a component, or one gateway of many. */
export interface Part {
  readonly component: ComponentName;
  /** What the spec says about it: `enabled`, `namespace`, `hub`, `tag`, `k8s`, `name`, `label`. */
  readonly given: JsonObject;
  /** Where the spec says so. */
  readonly path: Path;
  /** Where its settings are among the values. */
  readonly root: readonly string[];
  readonly namespace: string;
  /** Name of its Deployment or DaemonSet. */
  readonly workload: string;
  /** Name of the main container. */
  readonly container: string;
}

/** The parts that a spec switches on, each before those that need it. */
export function partsOf({ merged }: OperatorSpec): readonly Part[] {
  const components = objectIn(merged, 'spec', 'components');
  const revision =
    textOf(objectIn(merged, 'spec', 'values').revision) || textOf(objectIn(merged, 'spec').revision);
  const single = (key: string, rest: Omit<Part, 'given' | 'path' | 'namespace'>): Part[] => {
    const given = components[key];
    if (!isObject(given) || given.enabled === false) return [];
    return [{ ...rest, given, path: ['spec', 'components', key], namespace: namespaceOf(merged, given) }];
  };
  return [
    ...single('base', { component: 'Base', root: ['global'], workload: '', container: '' }),
    ...single('pilot', {
      ...{ component: 'Pilot', root: ['pilot'], container: 'discovery' },
      workload: revision === '' ? 'istiod' : `istiod-${revision}`,
    }),
    ...single('cni', {
      component: 'Cni',
      root: ['cni'],
      workload: 'istio-cni-node',
      container: 'install-cni',
    }),
    ...single('ztunnel', {
      component: 'Ztunnel',
      root: ['ztunnel'],
      workload: 'ztunnel',
      container: 'istio-proxy',
    }),
    ...gatewaysOf(merged, 'ingressGateways', 'IngressGateways', 'istio-ingressgateway'),
    ...gatewaysOf(merged, 'egressGateways', 'EgressGateways', 'istio-egressgateway'),
  ];
}

function gatewaysOf(
  merged: JsonObject,
  key: string,
  component: 'IngressGateways' | 'EgressGateways',
  type: string,
): Part[] {
  const list = objectIn(merged, 'spec', 'components')[key];
  const all = objectIn(merged, 'spec', 'values', 'gateways', type).enabled === true;
  return (Array.isArray(list) ? list : []).flatMap((given, index) => {
    if (!isObject(given) || (given.enabled === false && !all)) return [];
    const name = textOf(given.name) || type;
    return {
      ...{ component, given, path: ['spec', 'components', key, index], root: ['gateways', type] },
      ...{ namespace: namespaceOf(merged, given), workload: name, container: 'istio-proxy' },
    };
  });
}

function namespaceOf(merged: JsonObject, given: JsonObject): string {
  const { istioNamespace } = objectIn(merged, 'spec', 'values', 'global');
  return textOf(given.namespace) || textOf(istioNamespace) || textOf(objectIn(merged, 'metadata').namespace);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
