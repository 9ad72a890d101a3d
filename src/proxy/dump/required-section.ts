import { MeshctlError } from '../../errors.ts';
import type { DumpItem, DumpSection, ItemState, ProxyDump, SectionKind } from './dump.ts';
import type { Shape } from './shape.ts';

const words: Readonly<Record<SectionKind, string>> = {
  bootstrap: 'bootstrap',
  clusters: 'clusters',
  listeners: 'listeners',
  routes: 'routes',
  scopedRoutes: 'scoped routes',
  endpoints: 'endpoints',
  secrets: 'secrets',
  ecds: 'extension configuration (ECDS)',
  clusterStatuses: 'cluster statuses',
};

/** The section of a kind. Throws MeshctlError (input) when the dump has none. */
export function requiredSection(dump: ProxyDump, kind: SectionKind): DumpSection {
  const section = dump.section(kind);
  if (section !== undefined) return section;
  const clustersFile = dump.section('clusterStatuses') !== undefined;
  throw new MeshctlError('input', `${dump.name} has no section of ${words[kind]}`, {
    hint: clustersFile
      ? 'it is what /clusters answers: `meshctl proxy-config endpoint` reads it; the rest needs /config_dump'
      : 'the proxy has none, or the dump was made with a mask: save a whole /config_dump',
  });
}

/** Which states of resources a table is about: those that Envoy uses, or all. */
export interface StateOptions {
  readonly all?: boolean;
}

/**
 * The resources of a section that must be there and hold some. Throws MeshctlError (input) otherwise, at the end: a
 * proxy without any has not been configured.
 */
export function* requiredItems(
  dump: ProxyDump,
  kind: SectionKind,
  shape: Shape,
  { all = false }: StateOptions = {},
): Generator<DumpItem> {
  let found = false;
  for (const item of requiredSection(dump, kind).items(shape)) {
    if (!all && !isUsed(item.state)) continue;
    found = true;
    yield item;
  }
  if (found) return;
  throw new MeshctlError('input', `${dump.name} lists no ${words[kind]}`, {
    hint: 'the proxy may not have got its configuration yet; `-o wide` also lists what it waits for',
  });
}

const isUsed = (state: ItemState): boolean => state === 'active' || state === 'static';
