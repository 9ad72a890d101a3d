import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../finding.ts';
import { pushTo } from '../group-by.ts';
import type { MeshObject } from './mesh-object.ts';

/** A finding of a rule, with what tells it apart from its echoes. */
export interface Placed {
  readonly finding: Finding;
  readonly object: MeshObject;
  readonly cause: string | undefined;
  readonly echoOf: string | undefined;
  readonly group: string | undefined;
}

/**
 * One fault, one finding: what only follows from the cause of another finding becomes a related place of that one,
 * and so do findings of the same group.
 */
export function foldEchoes(findings: readonly Placed[]): readonly Placed[] {
  const kept: Placed[] = [];
  const related = new Map<Placed, Finding['related'][number][]>();
  const heads = new Map<string, Placed>();
  for (const placed of findings) {
    const head = headOf(placed, heads);
    if (head === undefined) kept.push(placed);
    for (const key of keysOf(placed)) if (!heads.has(key)) heads.set(key, head ?? placed);
  }
  return foldInto(kept, findings, heads, related);
}

/** The finding that this one goes into, among those before it. */
const headOf = ({ group, finding }: Placed, heads: ReadonlyMap<string, Placed>): Placed | undefined =>
  group === undefined ? undefined : heads.get(groupKey(finding, group));

const keysOf = ({ finding, cause, group }: Placed): string[] => [
  ...(cause === undefined ? [] : [causeKey(finding, cause)]),
  ...(group === undefined ? [] : [groupKey(finding, group)]),
];

const causeKey = ({ cluster = '' }: Finding, cause: string): string => `cause ${cluster} ${cause}`;
const groupKey = ({ cluster = '', rule }: Finding, group: string): string =>
  `group ${cluster} ${rule} ${group}`;

/** What follows from a fault at the very place of it is no further place to look at. */
const isSamePlace = (one: Finding, other: Finding): boolean =>
  one.file === other.file && isDeepStrictEqual(one.range, other.range);

function foldInto(
  kept: readonly Placed[],
  all: readonly Placed[],
  heads: ReadonlyMap<string, Placed>,
  related: Map<Placed, Finding['related'][number][]>,
): Placed[] {
  const folded = new Set<Placed>();
  for (const placed of all) {
    const { echoOf, group, finding } = placed;
    const head =
      (echoOf === undefined ? undefined : heads.get(causeKey(finding, echoOf))) ??
      (group === undefined ? undefined : heads.get(groupKey(finding, group)));
    if (head === undefined || head === placed) continue;
    folded.add(placed);
    if (isSamePlace(finding, head.finding)) continue;
    const { message, file, path, range } = finding;
    pushTo(related, head, { message, file, path, range });
  }
  return kept
    .filter((placed) => !folded.has(placed))
    .map((placed) => {
      const places = related.get(placed);
      if (places === undefined) return placed;
      return { ...placed, finding: { ...placed.finding, related: [...placed.finding.related, ...places] } };
    });
}
