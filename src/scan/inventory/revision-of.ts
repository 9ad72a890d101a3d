import { isObject, plainText, type Json, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { readMetadata } from './parts-in-pod.ts';

/** The control plane that a Pod belongs to: of one that was injected the one that did it. Empty when nothing says it. */
export function revisionOf(pod: JsonObject): string {
  const { labels, annotations } = readMetadata(pod);
  return (
    revisionInStatus(plainText(annotations['sidecar.istio.io/status'])) ||
    plainText(annotations[label.revision]) ||
    plainText(labels[label.revision])
  );
}

function revisionInStatus(text: string): string {
  if (!text.startsWith('{')) return '';
  try {
    const status = JSON.parse(text) as Json;
    return isObject(status) ? plainText(status.revision) : '';
  } catch {
    return '';
  }
}
