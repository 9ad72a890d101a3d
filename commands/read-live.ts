import { allRules, kindsToRead, loadRules } from '../src/analyze/index.ts';
import { connect, readCluster, type ClusterRead } from '../src/kube/index.ts';
import type { AnalyzeCommandOptions } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { connectOptions } from './kube-options.ts';

/** Reads what rules look at in a cluster; changes nothing there. What could not be read is in `missing`. */
export async function readLive(io: CommandIo, options: AnalyzeCommandOptions): Promise<ClusterRead> {
  const own = await loadRules(io.project?.rules ?? []);
  const { everywhere, controlPlane } = kindsToRead([...allRules, ...own]);
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
