import { isIP } from 'node:net';
import type { Webhook } from '../../kubernetes-shapes.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A webhook of a configuration by which a cluster may reach a control plane outside. */
export interface ExternalWebhook {
  readonly object: MeshObject;
  readonly index: number;
  readonly name: string;
  readonly address: Address;
}

/** Where a webhook is called. */
export type Address =
  | { readonly kind: 'service' | 'host' | 'ip'; readonly url: string }
  /** Neither a URL nor a Service, or a URL that cannot be read. */
  | { readonly kind: 'blank' | 'unreadable'; readonly url: string };

/** The webhooks of the configurations that Istio installs for validation and injection. */
export function externalWebhooksOf(mesh: Mesh): readonly ExternalWebhook[] {
  return [
    ...mesh.of('ValidatingWebhookConfiguration').filter(({ name }) => isValidator(name)),
    ...mesh
      .of('MutatingWebhookConfiguration')
      .filter(({ name }) => name.startsWith('istio-sidecar-injector')),
  ].flatMap((object) =>
    (object.spec.webhooks ?? []).map((webhook, index) => ({
      ...{
        object,
        index,
        name: webhook.name ?? '',
        address: addressOf(webhook, mesh.settings.compat ? hostInGo : hostOf),
      },
    })),
  );
}

const isValidator = (name: string): boolean =>
  name === 'istiod-default-validator' || name.startsWith('istio-validator');

function addressOf(
  { clientConfig: { url = '', service } = {} }: Webhook,
  hostIn: (url: string) => string | undefined,
): Address {
  if (url === '') return { kind: service === undefined ? 'blank' : 'service', url };
  const host = hostIn(url);
  if (host === undefined) return { kind: 'unreadable', url };
  return { kind: isIP(host) > 0 ? 'ip' : 'host', url };
}

function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return undefined;
  }
}

/** Go reads much as a URL that the API server would not take; without a host it is none. */
function hostInGo(url: string): string | undefined {
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):)?(.*)$/is.exec(url) ?? [];
  if (/\p{Cc}/u.test(url) || /%(?![0-9a-f]{2})/i.test(url)) return undefined;
  if (!rest.startsWith('//')) {
    const hasColon = /^[^/?#]*:/.test(rest);
    return scheme === undefined && hasColon ? undefined : '';
  }
  const [, host] = /^\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:[\]\s<>"]*)(?::[0-9]*)?(?:[/?#]|$)/.exec(rest) ?? [];
  return host?.replace(/^\[|\]$/g, '');
}
