import type { ConnectOptions } from '../connect-options.ts';
import { loadKubeconfig } from './load-kubeconfig.ts';

/** The contexts that can be chosen, sorted; throws what `connect` throws when there is no kubeconfig. */
export async function contextNames(options: ConnectOptions = {}): Promise<readonly string[]> {
  const { contexts } = await loadKubeconfig(options);
  return contexts.map(({ name }) => name).sort();
}
