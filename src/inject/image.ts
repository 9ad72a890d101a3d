import { isObject, plainText, type JsonObject } from '../json.ts';
import { annotationsOf, type Pod } from './pod.ts';

/** The images of the proxy and of the container that redirects traffic, before annotations name others as a whole. */
export function imagesOf(
  pod: Pod,
  values: JsonObject,
  proxyConfig: JsonObject,
): { readonly proxy: string; readonly init: string } {
  const global = mapAt(values, 'global');
  const fromConfig = plainText(mapAt(proxyConfig, 'image').imageType);
  const asked = annotationsOf(pod)['sidecar.istio.io/proxyImageType'];
  const variant = plainText(global.variant);
  return {
    proxy: imageOf(global, plainText(mapAt(global, 'proxy').image), asked ?? (fromConfig || variant)),
    init: imageOf(global, plainText(mapAt(global, 'proxy_init').image), asked ?? variant),
  };
}

function mapAt(map: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return isObject(value) ? value : {};
}

function imageOf({ hub, tag }: JsonObject, name: string, type: string): string {
  if (name.includes('/')) return name;
  return `${plainText(hub)}/${name || 'proxyv2'}:${typed(plainText(tag), type)}`;
}

function typed(tag: string, type: string): string {
  if (type === '') return tag;
  const plain = tag.replace(/-(?:distroless|debug)$/, '');
  return type === 'default' ? plain : `${plain}-${type}`;
}
