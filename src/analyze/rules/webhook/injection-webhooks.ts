import type { Webhook } from '../../kubernetes-shapes.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A webhook of a configuration that injects sidecars. */
export interface InjectionWebhook {
  readonly object: MeshObject<'MutatingWebhookConfiguration'>;
  readonly index: number;
  readonly webhook: Webhook;
  /** `configuration/webhook`. */
  readonly name: string;
}

/** The webhooks of all configurations that name a revision, or have a webhook with a name of Istio. */
export function injectionWebhooksOf(mesh: Mesh): readonly InjectionWebhook[] {
  return mesh
    .of('MutatingWebhookConfiguration')
    .filter((object) => revisionsOf(object).length > 0 || hasWebhookOfIstio(object))
    .flatMap((object) =>
      (object.spec.webhooks ?? []).map((webhook, index) => ({
        ...{ object, index, webhook },
        name: `${object.name}/${webhook.name ?? ''}`,
      })),
    );
}

/** The revisions that a configuration is for, by its label and its selectors. */
export function revisionsOf({ labels, spec }: MeshObject<'MutatingWebhookConfiguration'>): readonly string[] {
  const selectors = (spec.webhooks ?? []).flatMap(({ namespaceSelector, objectSelector }) => [
    namespaceSelector ?? {},
    objectSelector ?? {},
  ]);
  const named = [
    labels[revision],
    ...selectors.flatMap(({ matchLabels = {}, matchExpressions = [] }) => [
      matchLabels[revision],
      ...matchExpressions.flatMap(({ key, values = [] }) => (key === revision ? values : [])),
    ]),
  ];
  return [...new Set(named.filter((name) => name !== undefined).filter((name) => name !== ''))];
}

const revision = 'istio.io/rev';

const hasWebhookOfIstio = ({ spec }: MeshObject<'MutatingWebhookConfiguration'>): boolean =>
  (spec.webhooks ?? []).some(({ name = '' }) => name.endsWith('istio.io'));
