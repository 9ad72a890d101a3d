import { asText, valueAt, type Maybe } from './values.ts';

const prefix = '/apis/networking.istio.io/';

/**
 * The object that Istio made a cluster or route from, `name.namespace`, by the `metadata` of the message: empty
 * without one, `<unknown>` for one of another API.
 */
export function istioOrigin(metadata: Maybe): string {
  const path = valueAt(metadata, 'filter_metadata', 'istio', 'config');
  if (path === undefined) return '';
  const text = asText(path);
  if (!text.startsWith(prefix)) return '<unknown>';
  const parts = text.split('/');
  return parts.length === 8 ? `${parts[7] ?? ''}.${parts[5] ?? ''}` : '';
}
