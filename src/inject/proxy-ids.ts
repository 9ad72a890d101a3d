import { isObject, plainText, type JsonObject } from '../json.ts';

const usual = 1337;

/**
 * The user and group that a proxy runs as. OpenShift allots a range to each namespace; the proxy takes the last of it, as
 * applications take the first.
 */
export function proxyIds(namespace: JsonObject | undefined): {
  readonly user: number;
  readonly group: number;
} {
  const groups = annotationOf(namespace, 'openshift.io/sa.scc.supplemental-groups').split(',');
  return {
    user: rangeOf(annotationOf(namespace, userRange))?.last ?? usual,
    group: rangeOf(groups[0] ?? '')?.last ?? usual,
  };
}

/** The user that OpenShift gives to containers of a namespace that do not name one; undefined elsewhere. */
export const allottedUser = (namespace: JsonObject | undefined): number | undefined =>
  rangeOf(annotationOf(namespace, userRange))?.first;

const userRange = 'openshift.io/sa.scc.uid-range';

function annotationOf(namespace: JsonObject | undefined, key: string): string {
  const metadata = isObject(namespace?.metadata) ? namespace.metadata : {};
  return isObject(metadata.annotations) ? plainText(metadata.annotations[key]) : '';
}

/** The numbers of `start/count` or `start-end`. */
function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d+)([/-])(\d+)$/.exec(text.trim());
  if (match === null) return undefined;
  const [first, end] = [Number(match[1]), Number(match[3])];
  const last = match[2] === '/' ? first + end - 1 : end;
  return Number.isSafeInteger(last) && last >= first ? { first, last } : undefined;
}
