import { revisionsNamedBy, type CalledWebhook } from '../../injectors/called-webhook.ts';
import type { Webhook } from '../../kubernetes-shapes.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A webhook of a configuration that injects sidecars. */
export interface InjectionWebhook extends CalledWebhook {
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
    .map((object) => ({ object, revisions: revisionsNamedBy(object.labels, object.spec.webhooks ?? []) }))
    .filter(({ object, revisions }) => revisions.length > 0 || hasWebhookOfIstio(object))
    .flatMap(({ object, revisions }) =>
      (object.spec.webhooks ?? []).map((webhook, index) => ({
        ...{ object, index, webhook, revisions },
        name: `${object.name}/${webhook.name ?? ''}`,
      })),
    );
}

const hasWebhookOfIstio = ({ spec }: MeshObject<'MutatingWebhookConfiguration'>): boolean =>
  (spec.webhooks ?? []).some(({ name = '' }) => name.endsWith('istio.io'));
