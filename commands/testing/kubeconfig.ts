import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A kubeconfig for a server, until the test ends: its context is called `test`. */
export async function kubeconfigFor({ url }: { readonly url: string }): Promise<string> {
  const folder = await temporaryFolder({
    config: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      clusters: [{ name: 'c', cluster: { server: url } }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'test', context: { cluster: 'c', user: 'u' } }],
    }),
  });
  return join(folder, 'config');
}
