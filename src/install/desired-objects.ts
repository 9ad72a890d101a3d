import { objectIn, plainText, valueIn, type JsonObject } from '../json.ts';
import type { KubeObject, Manifests, OperatorSpec, RenderedObject } from '../operator/index.ts';
import { istioVersion } from '../version.ts';
import { ownershipLabels, type InstallOwner } from './install-owner.ts';

/** What a spec wants to be in a cluster, with the labels of its owner. */
export interface DesiredInstall {
  readonly owner: InstallOwner;
  readonly version: string;
  /** Namespaces that must be there, that of the control plane first. */
  readonly namespaces: readonly KubeObject[];
  /** In the order of applying. */
  readonly objects: readonly RenderedObject[];
  /** False when something else looks after injection webhooks: then nothing is made the default revision, either. */
  readonly managesWebhooks: boolean;
  /** Whether the default revision injects pods that no label speaks of. */
  readonly injectsEverywhere: boolean;
}

/** Labels what a spec renders as the installation of its owner, and names the namespaces that it needs. */
export function desiredObjects(spec: OperatorSpec, manifests: Pick<Manifests, 'objects'>): DesiredInstall {
  const owner = ownerOf(spec);
  const objects = manifests.objects.map(({ component, object }) => ({
    component,
    object: withLabels(object, ownershipLabels(owner, component, istioVersion)),
  }));
  const values = objectIn(spec.merged, 'spec', 'values');
  return {
    owner,
    version: istioVersion,
    namespaces: namespacesOf(objects, spec.namespace, plainText(valueIn(values, 'global', 'network'))),
    objects,
    managesWebhooks: valueIn(values, 'global', 'operatorManageWebhooks') !== true,
    injectsEverywhere: valueIn(values, 'sidecarInjectorWebhook', 'enableNamespacesByDefault') === true,
  };
}

function ownerOf({ merged, name, namespace }: OperatorSpec): InstallOwner {
  const spec = objectIn(merged, 'spec');
  const revision = plainText(objectIn(spec, 'values').revision) || plainText(spec.revision);
  return { name, namespace, revision: revision || 'default' };
}

function withLabels(object: KubeObject, labels: JsonObject): KubeObject {
  const { metadata } = object;
  return { ...object, metadata: { ...metadata, labels: { ...objectIn(metadata, 'labels'), ...labels } } };
}

/** Only the namespace of the control plane tells which network it is in. */
function namespacesOf(
  objects: readonly RenderedObject[],
  namespace: string,
  network: string,
): readonly KubeObject[] {
  const named = objects.map(({ object }) => plainText(object.metadata.namespace)).filter((one) => one !== '');
  return [...new Set([namespace, ...named])].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      ...(name === namespace && network !== '' && { labels: { 'topology.istio.io/network': network } }),
    },
  }));
}
