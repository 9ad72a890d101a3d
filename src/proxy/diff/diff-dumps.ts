import type { Json, JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump, SectionKind } from '../dump/dump.ts';
import { asObject, asText } from '../message/index.ts';
import { redact } from '../redact/redact.ts';
import type { ChangedResource, DiffKind } from './changed-resource.ts';
import { changesWithoutSecrets } from './changes-without-secrets.ts';
import { diffValues, type Change } from './diff-values.ts';
import { firstMoved, layoutChanges, placeChange } from './layout-changes.ts';
import { secretIdentity } from './secret-identity.ts';

export type { ChangedResource, DiffKind } from './changed-resource.ts';

/** A resource that one dump has. */
export interface LoneResource {
  readonly kind: DiffKind;
  readonly name: string;
}

/** A resource of which Envoy refused an update. */
export interface RejectedResource extends LoneResource {
  /** Whether an earlier version of it is in use. */
  readonly hasActive: boolean;
  readonly details: string;
}

/** What is different between two dumps. Every list is in the order of kinds and names. */
export interface ProxyDiff {
  readonly added: readonly LoneResource[];
  readonly removed: readonly LoneResource[];
  readonly changed: readonly ChangedResource[];
  /** How many resources are the same. */
  readonly unchanged: number;
  readonly rejectedBefore: readonly RejectedResource[];
  readonly rejectedAfter: readonly RejectedResource[];
}

/** What counts as a difference of dumps. */
export interface DiffOptions {
  /**
   * Tell also of what differs between two dumps of the same configuration: versions and times, listeners that drain and
   * their inline routes, the order of resources, re-issued certificates, the bootstrap. Default: false.
   */
  readonly includeNoise?: boolean;
}

/**
 * Compares what two proxies run, or one at two times. Resources are the same by their name, whatever their place;
 * inside of them virtual hosts, routes, filter chains, filters and endpoints are told apart by name, match or address.
 * Order counts where Envoy goes by it: routes, filter chains, filters. For secrets stands `[redacted]`.
 */
export function diffDumps(
  before: ProxyDump,
  after: ProxyDump,
  { includeNoise = false }: DiffOptions = {},
): ProxyDiff {
  const result: Collected = {
    ...{ added: [], removed: [], changed: [], unchanged: 0 },
    ...{ rejectedBefore: [], rejectedAfter: [] },
  };
  for (const part of parts) {
    const old = resourcesOf(before, part, includeNoise);
    const now = resourcesOf(after, part, includeNoise);
    result.rejectedBefore.push(...old.rejected);
    result.rejectedAfter.push(...now.rejected);
    compare(part, old.items, now.items, includeNoise, result);
  }
  if (includeNoise) result.changed.push(...layoutChanges(before, after));
  return result;
}

interface Part {
  readonly kind: DiffKind;
  readonly section: SectionKind;
  readonly states?: ReadonlySet<DumpItem['state']>;
}

/** Inline routes are compared where they stand, in their listener: Envoy lists those of draining listeners again. */
const parts: readonly Part[] = [
  { kind: 'cluster', section: 'clusters' },
  { kind: 'listener', section: 'listeners' },
  { kind: 'route', section: 'routes', states: new Set(['active'] as const) },
  { kind: 'endpoint', section: 'endpoints' },
  { kind: 'secret', section: 'secrets' },
  { kind: 'ecds', section: 'ecds' },
];

interface Collected {
  readonly added: LoneResource[];
  readonly removed: LoneResource[];
  readonly changed: ChangedResource[];
  unchanged: number;
  readonly rejectedBefore: RejectedResource[];
  readonly rejectedAfter: RejectedResource[];
}

type Items = ReadonlyMap<string, DumpItem>;

/** The resources in use by name: of a listener that is being replaced the version that serves, not the one that waits. */
function resourcesOf(
  dump: ProxyDump,
  part: Part,
  includeNoise: boolean,
): { readonly items: Items; readonly rejected: readonly RejectedResource[] } {
  const { kind, section } = part;
  const items = new Map<string, DumpItem>();
  const rejected: RejectedResource[] = [];
  for (const item of itemsIn(dump, section)) {
    const { name, state, errorState } = item;
    if (errorState !== undefined)
      rejected.push({
        kind,
        name,
        hasActive: state !== 'rejected',
        details: asText(redact(errorState.details).value),
      });
    const identity = identityOf(item, part, includeNoise);
    if (identity === undefined || (state === 'warming' && items.has(identity))) continue;
    items.set(includeNoise ? unused(identity, items) : identity, item);
  }
  return { items, rejected };
}

/** Envoy has a section of extension configurations for filters of HTTP and one for those of the network. */
function itemsIn(dump: ProxyDump, kind: SectionKind): DumpItem[] {
  const sections =
    kind === 'ecds' ? dump.sections.filter((each) => each.kind === kind) : [dump.section(kind)];
  return sections.flatMap((section) => [...(section?.items({}) ?? [])]);
}

/** Of several resources with the same name, such as routes of a listener that drains, each counts. */
function unused(name: string, items: Items): string {
  let identity = name;
  for (let nth = 2; items.has(identity); nth += 1) identity = `${name} #${nth}`;
  return identity;
}

/** Undefined for what is not compared. */
function identityOf({ name, state }: DumpItem, { states }: Part, includeNoise: boolean): string | undefined {
  if (state === 'rejected') return undefined;
  if (state === 'draining') return includeNoise ? `${name} (draining)` : undefined;
  return includeNoise || states === undefined || states.has(state) ? name : undefined;
}

function compare(part: Part, before: Items, after: Items, includeNoise: boolean, result: Collected): void {
  const { kind } = part;
  const moved = includeNoise ? firstMoved([...before.keys()], [...after.keys()]) : [];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) result.added.push({ kind, name });
    else if (now === undefined) result.removed.push({ kind, name });
    else {
      const place = moved.includes(name) ? [placeChange] : [];
      const changes = [...place, ...changesOf(kind, old, now, includeNoise)];
      if (changes.length === 0) result.unchanged += 1;
      else result.changed.push({ kind, name, changes, before: shownOf(old), after: shownOf(now) });
    }
  }
}

const shownOf = (item: DumpItem): JsonObject => asObject(redact(item.whole()).value);

/** Equal bytes are not parsed: most resources are the same. */
function changesOf(
  kind: DiffKind,
  before: DumpItem,
  after: DumpItem,
  includeNoise: boolean,
): readonly Change[] {
  const meta = includeNoise ? diffValues(metaOf(before), metaOf(after)) : [];
  if (before.raw.equals(after.raw)) return meta;
  const valueOf = (item: DumpItem): Json =>
    kind === 'secret' && !includeNoise ? secretIdentity(item.whole()) : item.whole();
  return [...meta, ...changesWithoutSecrets(valueOf(before), valueOf(after))];
}

const metaOf = ({ lastUpdated, version }: DumpItem): Json => ({
  ...(lastUpdated !== undefined && { last_updated: lastUpdated }),
  ...(version !== undefined && { version_info: version }),
});
