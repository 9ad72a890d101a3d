import { isObject, type Json } from '../src/json.ts';

/** Keys and names of variables whose text is JSON. */
const jsonTexts = new Set([
  'sidecar.istio.io/status',
  'proxy.istio.io/overrides',
  'PROXY_CONFIG',
  'ISTIO_META_POD_PORTS',
  'ISTIO_KUBE_APP_PROBERS',
]);

/** Objects after injection in the form in which they are compared: without zero values of the user, JSON texts parsed. */
export function comparablePods(value: Json, added = false): Json {
  if (Array.isArray(value)) return value.map((item) => comparablePods(item, added || isAdded(item)));
  if (!isObject(value)) return value;
  if (typeof value.name === 'string' && jsonTexts.has(value.name) && typeof value.value === 'string')
    return { name: value.name, value: JSON.parse(value.value) as Json };
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const comparable =
      jsonTexts.has(key) && typeof item === 'string' ? parsed(item) : comparablePods(item, added);
    const isLeftOut = isNothing(key, comparable) || (!added && isZero(comparable));
    return isLeftOut ? [] : [[key, comparable] as const];
  });
  return Object.fromEntries(entries);
}

/** Whether a container is one that injection adds. */
const isAdded = (item: Json): boolean =>
  isObject(item) && typeof item.name === 'string' && /^(istio-|grpc-bootstrap)/.test(item.name);

const isZero = (value: Json): boolean => value === '' || value === 0 || value === false;

const parsed = (text: string): Json => withoutZero(JSON.parse(text) as Json);

/** What the API server leaves out. */
function isNothing(key: string, value: Json): boolean {
  if (value === null) return true;
  const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
  return isEmpty && key !== 'args' && key !== 'command';
}

function withoutZero(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutZero);
  if (!isObject(value)) return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, withoutZero(item)] as const)
    .filter(([key, item]) => !isNothing(key, item) && !isZero(item));
  return Object.fromEntries(entries);
}
