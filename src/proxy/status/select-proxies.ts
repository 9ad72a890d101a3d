import { MeshctlError } from '../../errors.ts';
import { closest } from '../../closest.ts';
import type { ProxyStatus } from './proxy-status.ts';

/** Which proxies are wanted; what is not given admits all. */
export interface ProxyFilter {
  readonly namespace?: string | undefined;
  /** `pod` or `pod.namespace`. */
  readonly names?: readonly string[];
}

/**
 * The proxies that a filter admits, by name; those of one name keep the order of their sources. Throws `MeshctlError`
 * for a name that no proxy has.
 */
export function selectProxies(
  proxies: readonly ProxyStatus[],
  { namespace, names = [] }: ProxyFilter,
): readonly ProxyStatus[] {
  const admitted = proxies.filter((proxy) => namespace === undefined || proxy.namespace === namespace);
  for (const name of names) {
    if (!admitted.some((proxy) => isNamed(proxy, name))) throw unknownProxy(name, admitted);
  }
  return admitted
    .filter((proxy) => names.length === 0 || names.some((name) => isNamed(proxy, name)))
    .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
}

const isNamed = ({ name }: ProxyStatus, wanted: string): boolean =>
  name === wanted || name.startsWith(`${wanted}.`);

function unknownProxy(name: string, proxies: readonly ProxyStatus[]): MeshctlError {
  const meant = closest(
    name,
    proxies.map((proxy) => proxy.name),
  );
  return new MeshctlError('input', `no proxy is called ${name}`, {
    hint: meant === undefined ? 'without a name, all proxies are listed' : `did you mean ${meant}?`,
  });
}
