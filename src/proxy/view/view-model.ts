import type { ProxyDump } from '../dump/dump.ts';
import { asText } from '../message/index.ts';
import { summarizeBootstrap } from '../bootstrap/summarize-bootstrap.ts';
import { addClusters } from './add-clusters.ts';
import { addEndpoints } from './add-endpoints.ts';
import { addListeners } from './add-listeners.ts';
import { addRoutes } from './add-routes.ts';
import { ChainAdder } from './chain-adder.ts';
import { Graph } from './graph.ts';
import { References } from './references.ts';
import type { ViewModel } from './view.ts';

/** How a dump becomes a graph. */
export interface ViewOptions {
  /** The answer to `/clusters?format=json`, where it is not a section of the dump itself. */
  readonly statuses?: ProxyDump;
  /** Leave private keys, passwords and tokens as they are; by default `[redacted]` stands in their place. */
  readonly showSecrets?: boolean;
}

/**
 * What a proxy runs as a graph: listeners, filter chains, route configurations, virtual hosts, routes, clusters and
 * endpoints, what refers to what, and what is wrong. Sections that the dump lacks are left out, and nothing is blamed
 * for it. Throws MeshctlError (input) for a dump that is no JSON where it is read.
 */
export function viewModel(dump: ProxyDump, options: ViewOptions = {}): ViewModel {
  const { statuses = dump, showSecrets = false } = options;
  const graph = new Graph(showSecrets);
  const references = new References(graph, dump);
  const clusters = addClusters(graph, dump);
  for (const { name, node } of clusters) references.addCluster(name, node);
  addEndpoints(graph, dump, { clusters, statuses });
  addRoutes(graph, references, { dump, fixed: false, known: new Set() });
  const chains = new ChainAdder(graph, references);
  addListeners(graph, chains, dump);
  addRoutes(graph, references, { dump, fixed: true, known: chains.inline });
  const { nodes, edges, documents } = graph;
  return { dump: dump.name, ...proxyFacts(graph, dump), nodes, edges, documents };
}

function proxyFacts(graph: Graph, dump: ProxyDump): Pick<ViewModel, 'proxy' | 'facts'> {
  if (dump.section('bootstrap') === undefined) return { proxy: '', facts: [] };
  const { nodeId, istioVersion, envoyVersion, cluster, mesh, workload, namespace } = summarizeBootstrap(dump);
  const [type = '', address = '', pod = ''] = nodeId.split('~');
  const facts: [string, string][] = [
    ['node', nodeId],
    ['type', nodeId.includes('~') ? type : ''],
    ['address', address],
    ['workload', [workload, namespace].filter((part) => part !== '').join('.')],
    ['Istio', istioVersion],
    ['Envoy', envoyVersion.replace(/\/.*/s, '')],
    ['cluster', cluster],
    ['mesh', mesh],
  ];
  const known = facts.filter(([, value]) => value !== '');
  return {
    proxy: pod || nodeId,
    facts: known.map(([name, value]) => [name, asText(graph.clean(value))] as const),
  };
}
