import { isObject, type Json } from '../../json.ts';

/** The networks of a pod and one more, `namespace/name`, in the form they are in: a comma list, or JSON. */
export function networksWith(existing: string, network: string): string {
  if (existing === '') return network;
  if (existing.trim().startsWith('[')) return jsonWith(existing, network);
  return existing.split(',').some((item) => item.trim() === network) ? existing : `${existing}, ${network}`;
}

function jsonWith(existing: string, network: string): string {
  const [namespace = '', name = ''] = network.split('/');
  const list = parsed(existing);
  if (list === undefined) return existing;
  const isThere = list.some(
    (item) => isObject(item) && item.name === name && (item.namespace ?? namespace) === namespace,
  );
  if (isThere) return existing;
  const end = existing.lastIndexOf(']');
  const added = `{"name": ${JSON.stringify(name)}, "namespace": ${JSON.stringify(namespace)}}`;
  return `${existing.slice(0, end)}${list.length > 0 ? ', ' : ''}${added}${existing.slice(end)}`;
}

function parsed(text: string): Json[] | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
