import { objectIn, plainText } from '../../json.ts';
import type { Resource } from '../../resources/index.ts';
import type { ClusterObjects } from './cluster-objects.ts';

/** The objects of a cluster that were saved to files, such as by `kubectl get -o yaml`; `name` is what messages call them. */
export const savedObjects = (resources: readonly Resource[], name: string): ClusterObjects => ({
  name,
  saved: true,
  find: (kind, namespace, wanted) =>
    Promise.resolve(
      resources.find(
        (one) => one.kind === kind && one.name === wanted && (one.namespace ?? 'default') === namespace,
      )?.value,
    ),
  revisionOfTag: (tag) => {
    const webhook = resources.find(
      (one) => one.kind === 'MutatingWebhookConfiguration' && one.name === `istio-revision-tag-${tag}`,
    );
    const revision = plainText(objectIn(webhook?.value, 'metadata', 'labels')['istio.io/rev']);
    return Promise.resolve(revision === '' ? undefined : revision);
  },
});
