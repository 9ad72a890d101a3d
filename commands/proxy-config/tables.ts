import { paint, type Column } from '../../src/output/index.ts';
import type {
  AssignmentRow,
  ChainSummary,
  ClusterRow,
  EcdsRow,
  EndpointRow,
  ListenerRow,
  RouteLine,
  RouteRow,
  SecretRow,
  WaypointRow,
} from '../../src/proxy/index.ts';
import type { TableFormat } from './print-section.ts';

/** The columns of the tables: those of `istioctl proxy-config`, and more when they are wide. */
export const tables = {
  clusters,
  listeners,
  chains,
  waypoint,
  routes,
  lines,
  endpoints,
  assignments,
  secrets,
  ecds,
} as const;

function clusters({ wide, colors }: TableFormat): readonly Column<ClusterRow>[] {
  return [
    { header: 'service fqdn', cell: ({ fqdn }) => fqdn },
    { header: 'port', cell: ({ port }) => (port === undefined ? '-' : String(port)) },
    { header: 'subset', cell: ({ subset }) => subset || '-' },
    { header: 'direction', cell: ({ direction, port }) => (port === undefined ? '-' : direction) },
    { header: 'type', cell: ({ type }) => type },
    { header: 'destination rule', cell: ({ destinationRule }) => destinationRule },
    ...(wide ? updateColumns(colors) : []),
  ];
}

function listeners(format: TableFormat): readonly Column<ListenerRow>[] {
  return [
    { header: 'addresses', cell: addressesOf },
    { header: 'port', cell: ({ port }) => String(port) },
    { header: 'type', cell: ({ type }) => type },
    ...listenerState(format),
  ];
}

/** A filter chain of a listener; none where a listener has no chain and is to be seen all the same. */
type ChainLine = readonly [ListenerRow, ChainSummary | undefined];

/** The lines of a listener; `all` gives it one even without chains. */
export function chainLines(row: ListenerRow, all: boolean): ChainLine[] {
  if (row.chains.length === 0 && all) return [[row, undefined]];
  return row.chains.map((chain) => [row, chain]);
}

function chains(format: TableFormat): readonly Column<ChainLine>[] {
  return [
    { header: 'addresses', cell: ([row]) => addressesOf(row) },
    { header: 'port', cell: ([{ port }]) => String(port) },
    { header: 'match', cell: ([, chain]) => chain?.match ?? '' },
    { header: 'destination', cell: ([, chain]) => chain?.destination ?? '' },
    ...listenerState(format).map((column) => ofFirst<ListenerRow, ChainLine>(column)),
  ];
}

function waypoint(): readonly Column<WaypointRow>[] {
  return [
    { header: 'listener', cell: ({ listener }) => listener },
    { header: 'chain', cell: ({ chain }) => chain },
    { header: 'match', cell: ({ match }) => match },
    { header: 'destination', cell: ({ destination }) => destination },
  ];
}

function listenerState({ wide, colors }: TableFormat): readonly Column<ListenerRow>[] {
  if (!wide) return [];
  const { warning } = paint(colors);
  return [
    { header: 'name', cell: ({ name }) => name },
    { header: 'waits for', cell: ({ waitsFor }) => waitsFor.join(','), style: warning },
    ...updateColumns(colors),
  ];
}

const addressesOf = ({ addresses }: ListenerRow): string => addresses.join(',');

function routes({ wide, colors }: TableFormat): readonly Column<RouteRow>[] {
  return [
    { header: 'name', cell: ({ name }) => name },
    { header: 'virtual hosts', cell: ({ virtualHosts }) => String(virtualHosts) },
    ...(wide ? updateColumns(colors) : []),
  ];
}

function lines({ wide, colors }: TableFormat): readonly Column<readonly [RouteRow, RouteLine]>[] {
  type Line = readonly [RouteRow, RouteLine];
  const more: readonly Column<Line>[] = [
    { header: 'action', cell: ([, { action }]) => action },
    ...updateColumns(colors).map((column) => ofFirst<RouteRow, Line>(column)),
  ];
  return [
    { header: 'name', cell: ([{ name }]) => name },
    { header: 'vhost name', cell: ([, { virtualHost }]) => virtualHost },
    { header: 'domains', cell: ([, { domains }]) => domains },
    { header: 'match', cell: ([, { match }]) => match },
    { header: 'virtual service', cell: ([, { virtualService }]) => virtualService },
    ...(wide ? more : []),
  ];
}

function endpoints({ wide, colors }: TableFormat): readonly Column<EndpointRow>[] {
  const { error } = paint(colors);
  return [
    { header: 'endpoint', cell: ({ endpoint }) => endpoint },
    { header: 'status', cell: ({ status }) => status, style: statusStyle(colors) },
    {
      header: 'outlier check',
      cell: ({ ejected }) => (ejected ? 'FAILED' : 'OK'),
      style: (text, { ejected }) => (ejected ? error(text) : text),
    },
    { header: 'cluster', cell: ({ cluster }) => cluster },
    ...(wide ? placeColumns : []),
  ];
}

function assignments({ wide, colors }: TableFormat): readonly Column<AssignmentRow>[] {
  const [, ...places] = placeColumns;
  return [
    { header: 'name', cell: ({ endpoint }) => endpoint },
    { header: 'status', cell: ({ status }) => status, style: statusStyle(colors) },
    { header: 'locality', cell: ({ locality }) => locality },
    { header: 'cluster', cell: ({ cluster }) => cluster },
    ...(wide ? places : []),
    ...(wide ? [{ header: 'hostname', cell: ({ hostname }: AssignmentRow) => hostname }] : []),
  ];
}

const placeColumns: readonly Column<Pick<EndpointRow, 'locality' | 'weight' | 'priority'>>[] = [
  { header: 'locality', cell: ({ locality }) => locality },
  { header: 'weight', cell: ({ weight }) => String(weight) },
  { header: 'priority', cell: ({ priority }) => String(priority) },
];

function statusStyle(colors: boolean): (text: string) => string {
  const { ok, error, warning } = paint(colors);
  const styles: Readonly<Record<string, (text: string) => string>> = {
    HEALTHY: ok,
    UNHEALTHY: error,
    TIMEOUT: error,
    DEGRADED: warning,
    DRAINING: warning,
  };
  return (text) => styles[text.trim()]?.(text) ?? text;
}

function secrets({
  wide,
  colors,
}: TableFormat): (rows: readonly SecretRow[]) => readonly Column<SecretRow>[] {
  const { error, warning } = paint(colors);
  const colored = (text: string, { validity }: SecretRow): string =>
    validity === 'valid' ? text : validity === 'expires soon' ? warning(text) : error(text);
  const more: readonly Column<SecretRow>[] = [
    { header: 'expiry', cell: ({ validity = '' }) => validity, style: colored },
    { header: 'identity', cell: ({ identity }) => identity },
    { header: 'certificates', cell: ({ certificates }) => String(certificates) },
    { header: 'root', cell: ({ root }) => root },
  ];
  return (rows) => [
    { header: 'resource name', cell: ({ name }) => name },
    { header: 'type', cell: ({ type }) => type },
    { header: 'status', cell: ({ status }) => status },
    { header: 'valid cert', cell: (row) => String(isValid(row)), style: colored },
    { header: 'serial number', cell: ({ serialNumber }) => serialNumber },
    { header: 'not after', cell: ({ notAfter }) => notAfter },
    { header: 'not before', cell: ({ notBefore }) => notBefore },
    ...(rows.every(({ trustDomain }) => trustDomain !== '')
      ? [{ header: 'trust domain', cell: ({ trustDomain }: SecretRow) => trustDomain }]
      : []),
    ...(wide ? more : []),
  ];
}

const isValid = ({ validity }: SecretRow): boolean => validity === 'valid' || validity === 'expires soon';

function ecds({ wide, colors }: TableFormat): readonly Column<EcdsRow>[] {
  return [
    { header: 'ecds name', cell: ({ name }) => name },
    { header: 'type', cell: ({ type }) => type },
    ...(wide ? [{ header: 'version', cell: ({ version }: EcdsRow) => version }] : []),
    ...(wide ? updateColumns(colors).slice(1) : []),
  ];
}

interface Updated {
  readonly state?: string;
  readonly lastUpdated: string;
  readonly error: string;
}

function updateColumns(colors: boolean): readonly Column<Updated>[] {
  const { error } = paint(colors);
  return [
    { header: 'state', cell: ({ state = '' }) => state },
    { header: 'last updated', cell: ({ lastUpdated }) => lastUpdated },
    { header: 'rejected because', cell: (row) => row.error, style: error },
  ];
}

/** A column of the first of a pair. */
function ofFirst<First, Pair extends readonly [First, unknown]>(column: Column<First>): Column<Pair> {
  const { header, cell, style } = column;
  return {
    header,
    cell: ([first]) => cell(first),
    ...(style !== undefined && { style: (text: string, [first]: Pair) => style(text, first) }),
  };
}
