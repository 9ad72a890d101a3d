import { allRules, kindsToRead } from '../src/analyze/index.ts';
import { connect, readCluster, type ClusterRead } from '../src/kube/index.ts';
import type { Run } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { connectOptions } from './kube-options.ts';

/** Reads what rules look at in a cluster; changes nothing there. What could not be read is in `missing`. */
export async function readLive(io: CommandIo, { options, judgement }: Run): Promise<ClusterRead> {
  const { everywhere, controlPlane } = kindsToRead([...allRules, ...(judgement.rules ?? [])]);
  const client = await connect(connectOptions(io, options));
  const [objects, settings] = await Promise.all([
    readCluster(client, everywhere),
    readCluster(client, controlPlane, { namespaces: [options.istioNamespace] }),
  ]);
  return {
    documents: [...objects.documents, ...settings.documents],
    resources: [...objects.resources, ...settings.resources],
    files: objects.files + settings.files,
    notices: [...objects.notices, ...settings.notices],
    missing: [...objects.missing, ...settings.missing],
  };
}
