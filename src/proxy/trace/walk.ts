import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump, SectionKind } from '../dump/dump.ts';
import type { TraceRequest, TraceStep, Verdict } from './trace.ts';

/** A trace while it is made. */
export interface Walk {
  readonly dump: ProxyDump;
  readonly request: TraceRequest;
  /** The moment to judge tokens by; undefined when their times are not to be judged. */
  readonly now?: Date | undefined;
  readonly steps: TraceStep[];
  /** Each once, in the order in which they came up. */
  readonly assumptions: Set<string>;
  /** What may become of the request before it gets to the end, and why that cannot be told. */
  readonly branches: { readonly because: string; readonly verdict: Verdict }[];
}

/** The resource that Envoy uses under a name: what it was sent, else what it was started with. */
export function resourceNamed(walk: Walk, kind: SectionKind, name: string): JsonObject | undefined {
  let started: DumpItem | undefined;
  for (const item of usedItems(walk, kind)) {
    if (item.name !== name) continue;
    if (item.state === 'active') return item.whole();
    started ??= item;
  }
  return started?.whole();
}

/** The resources of a section that Envoy uses, unparsed. Without the section the trace says so. */
export function usedItems(walk: Walk, kind: SectionKind): DumpItem[] {
  const section = walk.dump.section(kind);
  if (section === undefined) {
    walk.assumptions.add(`the dump has no section of ${kind}${hints[kind] ?? ''}`);
    return [];
  }
  return [...section.items({})].filter(({ state }) => state === 'active' || state === 'static');
}

const hints: Partial<Record<SectionKind, string>> = {
  endpoints: ': fetch it with ?include_eds=true',
};
