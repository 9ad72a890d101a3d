import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { conditionOf } from '../store/condition.ts';
import { isEnding, labelsOf } from '../store/metadata.ts';
import { matchesLabels } from '../read/label-selector.ts';

/** Who injects, and the proxy that goes with it. */
export interface Injector {
  readonly revision: string;
  readonly image: string;
}

/** The istiod that a webhook leads to, or why there is none. */
export function findInjector(
  cluster: Cluster,
  revision: string,
  client: JsonObject,
): Injector | { readonly error: string } {
  if (client.service === undefined) return { revision, image: usualProxy };
  const name = plainText(valueIn(client, 'service', 'name'));
  const namespace = plainText(valueIn(client, 'service', 'namespace'));
  const service = cluster.store.get(services, namespace, name);
  if (service === undefined) return { error: `service "${name}.${namespace}" not found` };
  const matchLabels = objectIn(service, 'spec', 'selector');
  const pod = cluster.store
    .list(pods, namespace)
    .find((one) => hasKeys(matchLabels) && matchesLabels({ matchLabels }, labelsOf(one)) && isReady(one));
  if (pod === undefined) return { error: `no endpoints available for service "${name}"` };
  if (plainText(client.caBundle) === '') {
    const why = `certificate of "${name}.${namespace}" is signed by unknown authority (no caBundle)`;
    return { error: `x509: ${why}` };
  }
  return { revision: plainText(labelsOf(pod)[label.revision]) || revision, image: proxyOf(pod) };
}

/** For a webhook that leads out of the cluster. */
const usualProxy = 'registry.istio.io/release/proxyv2:1.31.1';

const services = builtIn('Service');
const pods = builtIn('Pod');

const hasKeys = (object: JsonObject): boolean => Object.keys(object).length > 0;

/** Whether a pod answers. */
export const isReady = (pod: JsonObject): boolean =>
  !isEnding(pod) && conditionOf(pod, 'Ready')?.status === 'True';

function proxyOf(istiod: JsonObject): string {
  const [container] = objectsIn(istiod, 'spec', 'containers');
  const image = plainText(container?.image);
  return image.includes('pilot') ? image.replace('pilot', 'proxyv2') : usualProxy;
}
