import { isDeepStrictEqual } from 'node:util';
import type { Finding, Related } from '../finding.ts';
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
  const heads = headsOf(findings);
  const kept: Placed[] = [];
  const related = new Map<Placed, Related[]>();
  for (const placed of findings) {
    const head = headOf(placed, heads);
    if (head === placed) kept.push(placed);
    else if (!isSamePlace(placed.finding, head.finding)) {
      const { message, file, path, range } = placed.finding;
      pushTo(related, head, { message, file, path, range });
    }
  }
  return kept.map((placed) => withRelated(placed, related.get(placed) ?? []));
}

/** The findings that others go into, by their cause and by their group. */
function headsOf(findings: readonly Placed[]): ReadonlyMap<string, Placed> {
  const heads = new Map<string, Placed>();
  for (const placed of findings) {
    const { finding, cause, group } = placed;
    const ofGroup = group === undefined ? undefined : groupKey(finding, group);
    const head = (ofGroup === undefined ? undefined : heads.get(ofGroup)) ?? placed;
    if (ofGroup !== undefined) heads.set(ofGroup, head);
    const ofCause = cause === undefined ? undefined : causeKey(finding, cause);
    if (ofCause !== undefined && !heads.has(ofCause)) heads.set(ofCause, head);
  }
  return heads;
}

/** The finding that this one goes into, itself if there is none. */
const headOf = (placed: Placed, heads: ReadonlyMap<string, Placed>): Placed => {
  const { echoOf, group, finding } = placed;
  return (
    (echoOf === undefined ? undefined : heads.get(causeKey(finding, echoOf))) ??
    (group === undefined ? undefined : heads.get(groupKey(finding, group))) ??
    placed
  );
};

const causeKey = ({ cluster = '' }: Finding, cause: string): string => `cause ${cluster} ${cause}`;
const groupKey = ({ cluster = '', rule }: Finding, group: string): string =>
  `group ${cluster} ${rule} ${group}`;

/** What follows from a fault at the very place of it is no further place to look at. */
const isSamePlace = (one: Finding, other: Finding): boolean =>
  one.file === other.file && isDeepStrictEqual(one.range, other.range);

function withRelated(placed: Placed, places: readonly Related[]): Placed {
  if (places.length === 0) return placed;
  return { ...placed, finding: { ...placed.finding, related: [...placed.finding.related, ...places] } };
}
