import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import type { Cluster } from '../cluster.ts';
import type { Controller } from '../controllers/pass.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isEnding, labelsOf, nameOf, namespaceOf } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { updateObject } from '../write/update-object.ts';
import { istiodManager } from './names.ts';

const deployments = builtIn('Deployment');
const namespaces = builtIn('Namespace');
const configMaps = builtIn('ConfigMap');
const secrets = builtIn('Secret');
const mutating = builtIn('MutatingWebhookConfiguration');
const validating = builtIn('ValidatingWebhookConfiguration');
const by = { manager: istiodManager };

/** Writes what every istiod with a ready pod writes: certificates for webhooks and namespaces, its own authority. */
export const istiodController: Controller = ({ cluster }) => {
  const istiods = cluster.store.list(deployments).filter(isServing);
  if (istiods.length === 0) return;
  for (const istiod of istiods) keepAuthority(cluster, namespaceOf(istiod));
  const revisions = new Set(istiods.map(revisionOf));
  const caBundle = Buffer.from(cluster.identity.meshRoot.certificate).toString('base64');
  for (const kind of [mutating, validating]) {
    for (const configuration of cluster.store.list(kind)) {
      if (!revisions.has(plainText(labelsOf(configuration)[label.revision]))) continue;
      const webhooks = objectsIn(configuration.webhooks).map((webhook) => ({
        ...webhook,
        clientConfig: { ...objectIn(webhook, 'clientConfig'), caBundle },
        ...(kind === validating && { failurePolicy: 'Fail' }),
      }));
      updateObject(cluster, kind, configuration, { ...configuration, webhooks }, by);
    }
  }
  for (const namespace of cluster.store.list(namespaces))
    if (!isEnding(namespace)) keepRoot(cluster, nameOf(namespace));
};

function isServing(deployment: JsonObject): boolean {
  const isIstiod = labelsOf(deployment).app === 'istiod' && !isEnding(deployment);
  return isIstiod && Number(valueIn(deployment, 'status', 'readyReplicas') ?? 0) > 0;
}

const revisionOf = (deployment: JsonObject): string =>
  plainText(valueIn(deployment, 'spec', 'template', 'metadata', 'labels', label.revision)) || 'default';

function keepAuthority(cluster: Cluster, namespace: string): void {
  const name = 'istio-ca-secret';
  if (cluster.store.get(secrets, namespace, name) !== undefined) return;
  const { certificate, key } = cluster.identity.meshRoot;
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  const data = { 'ca-cert.pem': encoded(certificate), 'ca-key.pem': encoded(key) };
  createObject(cluster, secrets, { metadata: { name, namespace }, type: 'istio.io/ca-root', data }, by);
}

function keepRoot(cluster: Cluster, namespace: string): void {
  const name = 'istio-ca-root-cert';
  if (cluster.store.get(configMaps, namespace, name) !== undefined) return;
  const metadata = { name, namespace, labels: { 'istio.io/config': 'true' } };
  const data = { 'root-cert.pem': cluster.identity.meshRoot.certificate };
  createObject(cluster, configMaps, { metadata, data }, by);
}
