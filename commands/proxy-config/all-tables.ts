import { table, type Column } from '../../src/output/index.ts';
import {
  summarizeAssignments,
  summarizeBootstrap,
  summarizeClusters,
  summarizeListeners,
  summarizeRoutes,
  summarizeSecrets,
  type ClusterFilter,
  type ClusterRow,
  type EndpointFilter,
  type ListenerFilter,
  type ListenerRow,
  type ProxyDump,
  type RouteFilter,
} from '../../src/proxy/index.ts';
import type { CommandIo } from '../command-io.ts';
import { bootstrapLines } from './bootstrap-lines.ts';
import type { ProxyOutput } from './source-options.ts';
import { chainLines, tables } from './tables.ts';

type Filter = ClusterFilter & ListenerFilter & RouteFilter & EndpointFilter;

interface Layout {
  readonly io: Pick<CommandIo, 'colors' | 'columns'>;
  readonly output: ProxyOutput;
  readonly now: Date;
  /** One line for each listener and route configuration. */
  readonly brief: boolean;
  /** Whether each table has a title. */
  readonly titles: boolean;
}

/** Every table of a dump, the names of resources with their sort in front. */
export function allTables(dump: ProxyDump, filter: Filter, layout: Layout): string {
  const { now, titles, output } = layout;
  const all = output === 'wide';
  const secrets = summarizeSecrets(dump, now).map((row) => ({ ...row, name: `secret/${row.name}` }));
  const endpoints = summarizeAssignments(dump, filter);
  const { print, format } = printer(layout);
  const parts: readonly (readonly [string, string])[] = [
    ['BOOTSTRAP', bootstrapLines(summarizeBootstrap(dump), all)],
    ['CLUSTER', print([nameOf('cluster'), ...tables.clusters(format)], clustersOf(dump, filter, all))],
    ['LISTENER', listenersText(dump, filter, layout)],
    ['ROUTE', routesText(dump, filter, layout)],
    [
      'SECRET',
      secrets.length === 0
        ? 'The proxy has no secrets and waits for none.\n'
        : print(tables.secrets(format)(secrets), secrets),
    ],
    [
      'ENDPOINTS',
      print(
        tables.assignments(format),
        endpoints.map((row) => ({ ...row, endpoint: `endpoint/${row.endpoint}` })),
      ),
    ],
  ];
  return parts.map(([title, text]) => (titles ? `------ ${title} INFO ------\n\n${text}` : text)).join('\n');
}

function printer({ io, output }: Layout) {
  const width = output === 'table' && io.columns !== undefined ? { width: io.columns } : {};
  return {
    format: { wide: output === 'wide', colors: output !== 'short' && io.colors.out },
    print: <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => table(columns, rows, width),
  };
}

function nameOf<Row extends { readonly name: string }>(sort: string): Column<Row> {
  return { header: 'name', cell: ({ name }) => `${sort}/${name}` };
}

/** Names that are not Istio's have their sort in front in the second column, too, as istioctl prints them. */
function clustersOf(dump: ProxyDump, filter: Filter, all: boolean): ClusterRow[] {
  return summarizeClusters(dump, filter, { all }).map((row) =>
    row.port === undefined ? { ...row, fqdn: `cluster/${row.fqdn}` } : row,
  );
}

function listenersText(dump: ProxyDump, filter: Filter, layout: Layout): string {
  const { print, format } = printer(layout);
  const rows = summarizeListeners(dump, filter, { all: format.wide });
  const name = nameOf<ListenerRow>('listener');
  if (layout.brief) return print([name, ...tables.listeners(format)], rows);
  return print(
    [{ header: 'name', cell: ([row]) => name.cell(row) }, ...tables.chains(format)],
    rows.flatMap((row) => chainLines(row, format.wide)),
  );
}

function routesText(dump: ProxyDump, filter: Filter, layout: Layout): string {
  const { print, format } = printer(layout);
  const rows = summarizeRoutes(dump, filter, { all: format.wide }).map((row) => ({
    ...row,
    name: `route/${row.name}`,
  }));
  if (layout.brief) return print(tables.routes(format), rows);
  return print(
    tables.lines(format),
    rows.flatMap((row) => row.routes.map((line) => [row, line] as const)),
  );
}
