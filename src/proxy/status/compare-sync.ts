import { diffDumps, type DiffKind, type ProxyDiff } from '../diff/index.ts';
import type { DumpSection, ProxyDump, SectionKind } from '../dump/dump.ts';

/** How what a proxy runs differs from what its control plane says it should run. */
export interface SyncComparison {
  /** Clusters, listeners and routes, in this order. */
  readonly sections: readonly SyncSection[];
  readonly rejected: readonly RefusedUpdate[];
}

/** An update that the proxy refused. */
export interface RefusedUpdate {
  readonly kind: DiffKind;
  /** Empty when Envoy does not say of what. */
  readonly name: string;
  /** In the words of Envoy. */
  readonly details: string;
}

/** A kind of resource; `diff` goes from the control plane to the proxy. */
export interface SyncSection {
  readonly kind: ComparedKind;
  readonly inSync: boolean;
  readonly diff: Pick<ProxyDiff, 'added' | 'removed' | 'changed'>;
  /** RFC 3339: when the proxy took one of them last; undefined when it does not say. */
  readonly lastUpdated: string | undefined;
}

/** The name of its section, in a dump. */
export type ComparedKind = 'clusters' | 'listeners' | 'routes';

/**
 * Compares the config dump that istiod makes for a proxy (`/debug/config_dump?proxyID=`) with the dump of that proxy:
 * what came over xDS and is in use. Static resources, what waits, what drains, versions and times do not count.
 */
export function compareSync(controlPlane: ProxyDump, proxy: ProxyDump): SyncComparison {
  const diff = diffDumps(pushed(controlPlane), pushed(proxy));
  return {
    sections: compared.map(([kind, of]) => sectionOf(kind, of, diff, proxy)),
    rejected: rejectedBy(proxy),
  };
}

const compared: readonly (readonly [ComparedKind, DiffKind])[] = [
  ['clusters', 'cluster'],
  ['listeners', 'listener'],
  ['routes', 'route'],
];

function sectionOf(kind: ComparedKind, of: DiffKind, diff: ProxyDiff, proxy: ProxyDump): SyncSection {
  const own = {
    added: diff.added.filter((one) => one.kind === of),
    removed: diff.removed.filter((one) => one.kind === of),
    changed: diff.changed.filter((one) => one.kind === of),
  };
  return {
    kind,
    inSync: own.added.length + own.removed.length + own.changed.length === 0,
    diff: own,
    lastUpdated: lastUpdateOf(pushed(proxy).section(kind)),
  };
}

/** A dump with nothing but what came over xDS and is in use. */
function pushed(dump: ProxyDump): ProxyDump {
  const section = (kind: SectionKind): DumpSection | undefined => {
    const whole = compared.some(([name]) => name === kind) ? dump.section(kind) : undefined;
    return (
      whole && {
        ...{ type: whole.type, kind: whole.kind, version: whole.version, value: whole.value },
        items: (shape) => Array.from(whole.items(shape)).filter(({ state }) => state === 'active'),
      }
    );
  };
  return { ...dump, section };
}

function lastUpdateOf(section: DumpSection | undefined): string | undefined {
  const times = Array.from(section?.items({}) ?? []).flatMap(({ lastUpdated = '' }) => lastUpdated || []);
  return times.reduce<string | undefined>(
    (last, time) => (last === undefined || Date.parse(time) > Date.parse(last) ? time : last),
    undefined,
  );
}

/** Envoy may list the same refusal twice, with the resource and by itself. */
function rejectedBy(proxy: ProxyDump): readonly RefusedUpdate[] {
  const found = new Map<string, RefusedUpdate>();
  for (const [section, kind] of compared) {
    for (const { name, errorState } of proxy.section(section)?.items({}) ?? []) {
      const details = errorState?.details.trim();
      if (details !== undefined) found.set([kind, name, details].join('\0'), { kind, name, details });
    }
  }
  return [...found.values()];
}
