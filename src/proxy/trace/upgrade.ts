import type { Json } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { headerValue } from './header-match.ts';
import type { HttpRequest } from './trace.ts';

/** What a connection manager makes of a request to turn the connection into something else. */
export interface UpgradeJudgement {
  /** `CONNECT`, or the protocol of the header `upgrade`. */
  readonly type: string;
  readonly allowed: boolean;
  readonly reason: string;
  /** Of the connection manager or of the route, with the value there. */
  readonly field: { readonly of: 'manager' | 'route'; readonly name: string; readonly value: Json };
  /** Filters of its own, in place of those of the connection manager, with where they stand in it. */
  readonly filters?: { readonly list: readonly Json[]; readonly name: string } | undefined;
}

/** Judges a request that asks for an upgrade; undefined for all others. `route` is the one that it got. */
export function judgeUpgrade(manager: Maybe, route: Maybe, http: HttpRequest): UpgradeJudgement | undefined {
  const type = upgradeType(http);
  if (type === undefined) return undefined;
  const own = configFor(valueAt(route, 'route', 'upgrade_configs'), type);
  const common = configFor(valueAt(manager, 'upgrade_configs'), type);
  const decisive = own ?? common;
  const allowed = decisive !== undefined && valueAt(decisive.config, 'enabled') !== false;
  return {
    ...{ type, allowed },
    reason: reasonOf(type, allowed, own === undefined ? 'connection manager' : 'route'),
    field: {
      ...(own === undefined
        ? ({ of: 'manager', name: 'upgrade_configs' } as const)
        : ({ of: 'route', name: 'route.upgrade_configs' } as const)),
      value: decisive?.config ?? [],
    },
    filters: common && ownFilters(common),
  };
}

/** An empty list stands for the filters of the connection manager. */
function ownFilters({ config, index }: Found): UpgradeJudgement['filters'] {
  const list = asList(valueAt(config, 'filters'));
  return list.length === 0 ? undefined : { list, name: `upgrade_configs[${index}].filters` };
}

function reasonOf(type: string, allowed: boolean, who: string): string {
  const what = type === 'CONNECT' ? type : `the upgrade to ${type}`;
  return `the ${who} ${allowed ? 'allows' : 'does not allow'} ${what}`;
}

/** Envoy leaves `h2c` out: it never speaks HTTP/2 after an upgrade. */
function upgradeType(http: HttpRequest): string | undefined {
  if (http.method === 'CONNECT') return 'CONNECT';
  const words = (headerValue(http, 'connection') ?? '').toLowerCase().split(',');
  const type = headerValue(http, 'upgrade');
  if (type === undefined || type.toLowerCase() === 'h2c') return undefined;
  return words.some((word) => word.trim() === 'upgrade') ? type : undefined;
}

interface Found {
  readonly config: Json;
  readonly index: number;
}

function configFor(configs: Maybe, type: string): Found | undefined {
  const all = asList(configs);
  const index = all.findIndex(
    (each) => asText(valueAt(each, 'upgrade_type')).toLowerCase() === type.toLowerCase(),
  );
  const config = all[index];
  return config === undefined ? undefined : { config, index };
}
