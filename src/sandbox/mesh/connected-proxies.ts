import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { annotationOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { labelsOf, nameOf, namespaceOf, uidOf } from '../store/metadata.ts';
import { isReady } from './find-injector.ts';
import { tagOf } from './image-tag.ts';
import { statusAnnotation } from './names.ts';

/** A proxy as the istiod that it is connected to knows it. */
export interface ConnectedProxy {
  readonly name: string;
  readonly namespace: string;
  readonly addresses: readonly string[];
  readonly version: string;
  /** Of what it was sent last, and has taken. */
  readonly nonce: string;
}

/** The proxies of this istiod pod: injected pods and VMs. Each proxy is with one istiod. */
export function connectedProxies(cluster: Cluster, self: JsonObject): readonly ConnectedProxy[] {
  const all = cluster.store.list(pods);
  const istiods = all.filter((pod) => labelsOf(pod).app === 'istiod' && isReady(pod));
  const entries = vmEntries(cluster).filter((entry) => controllerOf(entry, istiods) === nameOf(self));
  return [...podsOf(all, istiods, self).map(proxyOfPod), ...entries.map((entry) => proxyOfVm(entry, self))];
}

const pods = builtIn('Pod');

/** Those of its revision, shared out among the ready pods of that istiod. */
function podsOf(
  all: readonly JsonObject[],
  istiods: readonly JsonObject[],
  self: JsonObject,
): readonly JsonObject[] {
  const revision = plainText(labelsOf(self)[label.revision]);
  const peers = istiods.filter(
    (pod) => namespaceOf(pod) === namespaceOf(self) && labelsOf(pod)[label.revision] === revision,
  );
  const turn = peers.findIndex((pod) => uidOf(pod) === uidOf(self));
  return all
    .filter((pod) => isReady(pod) && injectedBy(pod) === revision)
    .filter((_, index) => index % peers.length === turn);
}

function injectedBy(pod: JsonObject): string | undefined {
  const text = annotationOf(pod, statusAnnotation);
  try {
    return text === '' ? undefined : plainText(valueIn(JSON.parse(text) as JsonObject, 'revision'));
  } catch {
    return undefined;
  }
}

function proxyOfPod(pod: JsonObject): ConnectedProxy {
  const { initContainers, containers } = objectIn(pod, 'spec');
  const proxy = [...objectsIn(initContainers), ...objectsIn(containers)].find(
    ({ name }) => name === 'istio-proxy',
  );
  return {
    ...{ name: nameOf(pod), namespace: namespaceOf(pod), nonce: uidOf(pod) },
    addresses: [plainText(valueIn(pod, 'status', 'podIP'))],
    version: tagOf(plainText(proxy?.image)),
  };
}

/** The entries of VMs whose agents are connected, by what istiod notes at them. */
function vmEntries({ catalogue, store }: Cluster): readonly JsonObject[] {
  const kind = catalogue
    .each()
    .find((one) => one.group === 'networking.istio.io' && one.kind === 'WorkloadEntry');
  return (kind === undefined ? [] : store.list(kind)).filter(
    (entry) =>
      annotationOf(entry, 'istio.io/connectedAt') !== '' &&
      annotationOf(entry, 'istio.io/disconnectedAt') === '',
  );
}

/** The istiod that an entry names; one whose istiod is gone has come back to the first that is there. */
function controllerOf(entry: JsonObject, istiods: readonly JsonObject[]): string | undefined {
  const names = istiods.map(nameOf).sort();
  const named = annotationOf(entry, 'istio.io/workloadController');
  return names.includes(named) ? named : names[0];
}

/** The package on a simulated machine has the version of its istiod; its host name has no dots. */
function proxyOfVm(entry: JsonObject, istiod: JsonObject): ConnectedProxy {
  return {
    ...{ name: nameOf(entry).replaceAll('.', '-'), namespace: namespaceOf(entry), nonce: uidOf(entry) },
    addresses: [plainText(valueIn(entry, 'spec', 'address'))],
    version: tagOf(plainText(objectsIn(istiod, 'spec', 'containers')[0]?.image)),
  };
}
