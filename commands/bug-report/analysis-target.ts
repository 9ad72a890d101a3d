import { allRules, analyze, kindsToRead } from '../../src/analyze/index.ts';
import type { Target } from '../../src/bug-report/index.ts';
import { findingReport } from '../../src/finding-report.ts';
import type { Json } from '../../src/json.ts';
import { readCluster, type ClusterClient } from '../../src/kube/index.ts';
import { findingFormats } from '../../src/output/index.ts';

/** What `meshctl analyze --live` finds in a cluster. */
export function analysisTarget(client: ClusterClient, istioNamespace: string): Target {
  return {
    path: 'analyze.json',
    what: 'what `meshctl analyze --live` finds',
    gather: async (signal) => {
      const { everywhere, controlPlane } = kindsToRead(allRules);
      const [objects, settings] = await Promise.all([
        readCluster(client, everywhere, { signal }),
        readCluster(client, controlPlane, { signal, namespaces: [istioNamespace] }),
      ]);
      const read = {
        documents: [...objects.documents, ...settings.documents],
        resources: [...objects.resources, ...settings.resources],
        files: objects.files + settings.files,
        notices: [...objects.notices, ...settings.notices],
      };
      const partial = [...objects.missing, ...settings.missing].some(({ outcome }) => outcome !== 'absent');
      const analysis = await analyze(read, { unread: ['ConfigMap'], ...(partial && { assume: 'partial' }) });
      const format = await findingFormats.json();
      return { json: JSON.parse(format(findingReport(analysis))) as Json };
    },
  };
}
