import type { ServerFacts } from '../../src/install/index.ts';
import { connectOptions, type KubeOptions } from '../kube-options.ts';
import type { CommandIo } from '../command-io.ts';

/** Asks the API server for its version. */
export async function clusterFacts(io: CommandIo, options: KubeOptions): Promise<ServerFacts> {
  const [{ connect }, { serverFacts }] = await Promise.all([
    import('../../src/kube/index.ts'),
    import('../../src/install/index.ts'),
  ]);
  const client = await connect(connectOptions(io, options));
  return serverFacts(await client.get('/version'));
}
