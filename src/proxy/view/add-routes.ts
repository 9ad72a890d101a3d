import { compareText } from '../../compare-text.ts';
import type { DumpItem, ProxyDump } from '../dump/dump.ts';
import { addRouteConfig, routeConfigShape } from './add-route-config.ts';
import type { Graph } from './graph.ts';
import { idKey } from './id-key.ts';
import type { References } from './references.ts';

/**
 * Adds the route configurations of a section: those named by a port first, in its order. `names` are those of inline
 * ones that are there already, with their listeners.
 */
export function addRoutes(
  graph: Graph,
  references: References,
  {
    dump,
    fixed,
    known,
  }: { readonly dump: ProxyDump; readonly fixed: boolean; readonly known: ReadonlySet<string> },
): void {
  const items = [...(dump.section('routes')?.items(routeConfigShape) ?? [])].filter(
    ({ state, name }) => (state === 'static') === fixed && !known.has(name),
  );
  for (const item of items.sort(compareNames)) addItem(graph, references, item);
}

function addItem(graph: Graph, references: References, item: DumpItem): void {
  const { name, state, lastUpdated = '' } = item;
  const { message, document } = graph.read(item, 'route configuration');
  const node = addRouteConfig(graph, references, message, {
    ...{ key: idKey(name, state), label: name, state, lastUpdated },
    origin: state === 'static' ? 'inline' : 'RDS',
    source: { document, path: [] },
  });
  references.addRoutes(name, node);
  graph.blameState(node, item);
}

function compareNames({ name: a }: DumpItem, { name: b }: DumpItem): number {
  const [first, second] = [portOf(a), portOf(b)];
  return first === second ? compareText(a, b) : first - second;
}

const portOf = (name: string): number => (/^\d+$/.test(name) ? Number(name) : Number.MAX_SAFE_INTEGER);
