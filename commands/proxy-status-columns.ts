import { paint, type Column } from '../src/output/index.ts';
import { shortAge, type ProxyStatus, type TypeStatus } from '../src/proxy/status/index.ts';

interface Layout {
  readonly format: 'table' | 'wide' | 'short';
  /** One column for each type, with its state and age. */
  readonly byType: boolean;
  readonly now: Date;
  readonly colors: boolean;
}

/** The columns of `proxy-status`: those of istioctl, and in `wide` why a proxy is not in sync. */
export function proxyStatusColumns(
  proxies: readonly ProxyStatus[],
  { format, byType, now, colors }: Layout,
): readonly Column<ProxyStatus>[] {
  return [
    { header: 'name', cell: ({ name }) => name },
    { header: 'cluster', cell: ({ cluster }) => cluster },
    ...(byType ? typeNames(proxies).map((name) => typeColumn(name, now, colors)) : []),
    { header: 'istiod', cell: ({ istiod }) => istiod ?? '-' },
    { header: 'version', cell: ({ version }) => version },
    ...(byType ? [] : [subscribed]),
    ...(format === 'wide' ? [why] : []),
  ];
}

const typeNames = (proxies: readonly ProxyStatus[]): readonly string[] =>
  [...new Set(proxies.flatMap(({ types }) => types.map(({ shortName }) => shortName)))].sort();

function typeColumn(name: string, now: Date, colors: boolean): Column<ProxyStatus> {
  const styles = paint(colors);
  const typeOf = ({ types }: ProxyStatus) => types.find(({ shortName }) => shortName === name);
  return {
    header: name,
    cell: (proxy) => stateCell(typeOf(proxy), now),
    style: (text, proxy) => {
      const state = typeOf(proxy)?.state;
      if (state === 'ERROR') return styles.error(text);
      return state === 'STALE' ? styles.warning(text) : text;
    },
  };
}

/** A proxy that never asked for a type gets none of it. */
function stateCell(type: TypeStatus | undefined, now: Date): string {
  if (type === undefined) return 'IGNORED';
  return type.since === undefined ? type.state : `${type.state} (${shortAge(type.since, now)})`;
}

const subscribed: Column<ProxyStatus> = {
  header: 'subscribed types',
  cell: ({ types }) =>
    types.length === 0 ? '0' : `${types.length} (${types.map(({ shortName }) => shortName).join(',')})`,
};

const why: Column<ProxyStatus> = {
  header: 'out of sync',
  cell: ({ types }) =>
    types
      .filter(({ state }) => state !== 'SYNCED' && state !== 'IGNORED' && state !== 'NOT SENT')
      .map(({ shortName, state, reason = '' }) => `${shortName} ${state}: ${reason}`)
      .join('; ') || '-',
};
