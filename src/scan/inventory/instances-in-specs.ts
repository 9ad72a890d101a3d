import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Resource } from '../../resources/index.ts';
import type { ComponentInstance, ComponentName } from './component-instance.ts';
import { versionOfTag } from './version-of-image.ts';

/** What IstioOperators install, with the version of their tag. What only their profile switches on is not looked up. */
export function instancesInSpecs(resources: readonly Resource[]): readonly ComponentInstance[] {
  return resources.filter(({ kind }) => kind === 'IstioOperator').flatMap(installedBy);
}

function installedBy(resource: Resource): readonly ComponentInstance[] {
  const spec = objectIn(resource.value, 'spec');
  const tag = tagIn(spec);
  const revision = plainText(spec.revision);
  return partsIn(spec).map(({ component, name, namespace }) => ({
    component,
    kind: 'IstioOperator',
    namespace: namespace || plainText(objectIn(spec, 'values', 'global').istioNamespace) || 'istio-system',
    name,
    ...(revision !== '' && { revision }),
    ...(tag === undefined ? { origin: 'unknown' as const } : versionOfTag(tag.text, 'tag')),
    pods: 0,
    place: { resource, path: tag?.path ?? ['spec'] },
  }));
}

function tagIn(spec: JsonObject): { readonly text: string; readonly path: Path } | undefined {
  const paths = [['tag'], ['values', 'global', 'tag']];
  const path = paths.find((one) => plainText(valueIn(spec, ...one)) !== '');
  return path && { text: plainText(valueIn(spec, ...path)), path: ['spec', ...path] };
}

interface InstalledPart {
  readonly component: ComponentName;
  readonly name: string;
  readonly namespace: string;
}

function partsIn(spec: JsonObject): readonly InstalledPart[] {
  const isOn = (name: string): boolean => objectIn(spec, 'components', name).enabled === true;
  const gateways = ['ingressGateways', 'egressGateways'].flatMap((list) =>
    objectsIn(spec, 'components', list).filter(({ enabled }) => enabled === true),
  );
  const isRemote = objectIn(spec, 'components', 'pilot').enabled === false;
  return [
    ...(isRemote ? [] : [{ component: 'istiod' as const, name: 'istiod', namespace: '' }]),
    ...gateways.map(({ name, namespace }) => ({
      ...{ component: 'gateway' as const, name: plainText(name), namespace: plainText(namespace) },
    })),
    ...(isOn('cni') ? [{ component: 'cni' as const, name: 'istio-cni-node', namespace: '' }] : []),
    ...(isOn('ztunnel') ? [{ component: 'ztunnel' as const, name: 'ztunnel', namespace: '' }] : []),
  ];
}
