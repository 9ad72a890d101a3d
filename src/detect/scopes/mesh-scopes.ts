import { expandHost } from '../../expand-host.ts';
import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import type { Resource } from '../../resources/index.ts';
import type { InScope } from '../found.ts';
import type { World } from '../world.ts';
import { objectOf } from './selects.ts';

/** Scopes that have nothing to do with gateways. */
export const meshScopes = {
  'authenticated-workload': ({ subject }, world) => {
    const [policy, namespace] = [objectOf(subject), subject.resource.namespace];
    const met = world
      .of('RequestAuthentication')
      .some((authentication) => meet(policy, namespace, authentication, world));
    return met || decided(world, 'RequestAuthentication');
  },
  'external-host': ({ subject }, world) => {
    const host = expandHost(
      subject.resource.namespace ?? 'default',
      plainText(valueIn(subject.value, 'spec', 'host')),
    );
    const external = world
      .of('ServiceEntry')
      .filter(({ value }) => valueIn(value, 'spec', 'location') !== 'MESH_INTERNAL')
      .some(({ value }) => textsIn(value, 'spec', 'hosts').some((one) => coversHost(one, host)));
    return external || decided(world, 'ServiceEntry');
  },
  // These two are judged where duplicates are found.
  'other-export-to': () => true,
  'other-namespace': () => true,
  'ambient-namespace': ({ subject }, world) => isAmbient(subject.resource.namespace, world),
  'addressable-entry': ({ subject }) => {
    const resolution = plainText(valueIn(subject.value, 'spec', 'resolution'));
    return resolution !== '' && resolution !== 'NONE';
  },
  'foreign-injector': ({ subject }) => {
    const { name } = subject.resource;
    return (
      labelOf(objectOf(subject), 'app') !== 'sidecar-injector' &&
      !/^istio-(sidecar-injector|revision-tag)/.test(name)
    );
  },
  'outside-istio-namespace': ({ subject }, { istioNamespace }) =>
    subject.resource.namespace !== istioNamespace,
  'injected-template': ({ subject }) =>
    objectsIn(subject.value, 'spec', 'containers').some(({ name }) => name !== 'istio-proxy'),
  ztunnel: ({ subject }) => labelOf(objectOf(subject), 'app') === 'ztunnel',
  'auto-registered': ({ subject }) =>
    annotationOf(objectOf(subject), 'istio.io/autoRegistrationGroup') !== '',
  'ruled-host': ({ subject }, world) => {
    const { namespace = 'default' } = subject.resource;
    const targets = objectsIn(subject.value, 'spec', 'targetRefs').map(({ name }) =>
      expandHost(namespace, plainText(name)),
    );
    const ruled = world
      .of('DestinationRule')
      .map((rule) => expandHost(rule.namespace ?? 'default', plainText(valueIn(rule.value, 'spec', 'host'))));
    return targets.some((target) => ruled.includes(target)) || decided(world, 'DestinationRule');
  },
  'subset-without-tls': ({ subject, value }) =>
    valueIn(subject.value, 'spec', 'trafficPolicy', 'tls') !== undefined &&
    valueIn(value, 'tls') === undefined,
} satisfies Readonly<Record<string, InScope>>;

/** False when there can be no other objects of a kind, else the kind. */
const decided = (world: World, kind: string): false | string => (world.complete(kind) ? false : kind);

const textsIn = (value: JsonObject, ...path: readonly string[]): readonly string[] => {
  const found = valueIn(value, ...path);
  return Array.isArray(found) ? found.map(plainText) : [];
};

const coversHost = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)));

/** Whether two policies can be for the same Pods: one of the whole mesh meets all. */
function meet(policy: JsonObject, namespace: string | undefined, other: Resource, world: World): boolean {
  const homes = [namespace, other.namespace];
  if (namespace !== other.namespace && !homes.includes(world.istioNamespace)) return false;
  const [one, two] = [policy, other.value].map((value) => objectIn(value, 'spec', 'selector', 'matchLabels'));
  return Object.entries(one ?? {}).every(([key, value]) => two?.[key] === undefined || two[key] === value);
}

export function isAmbient(name: string | undefined, world: World): boolean | string {
  const namespace = world.of('Namespace').find((one) => one.name === name);
  if (namespace !== undefined) return labelOf(namespace.value, label.dataplaneMode) === 'ambient';
  return decided(world, 'Namespace');
}
