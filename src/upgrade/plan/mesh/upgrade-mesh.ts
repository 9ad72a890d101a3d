import { groupBy } from '../../../group-by.ts';
import { plainText, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import {
  describeFacts,
  gatewaysOf,
  revisionFacts,
  type Gateway,
  type MeshRevisions,
  type RevisionFacts,
} from '../../../revision/index.ts';
import type { UpgradeFacts } from '../../facts/index.ts';

/** The facts of an upgrade, arranged once for all that is decided from them. */
export interface UpgradeMesh {
  readonly facts: UpgradeFacts;
  readonly revisions: RevisionFacts;
  readonly report: MeshRevisions;
  readonly gateways: readonly Gateway[];
  readonly byKind: ReadonlyMap<string, readonly JsonObject[]>;
  /** Objects of one kind, by `kind namespace/name`. */
  readonly byName: ReadonlyMap<string, JsonObject>;
}

/** Arranges the facts of an upgrade. */
export function upgradeMesh(facts: UpgradeFacts): UpgradeMesh {
  const { objects, proxies, missing } = facts;
  const revisions = revisionFacts(objects);
  return {
    facts,
    revisions,
    report: describeFacts(revisions, { missing, ...(proxies && { proxies }) }),
    gateways: gatewaysOf(revisions),
    byKind: groupBy(objects, ({ kind }) => plainText(kind)),
    byName: new Map(objects.map((object) => [nameOf(object), object])),
  };
}

/** The object of a kind; undefined when there is none. Kinds of the same name in two groups are not told apart. */
export const objectNamed = (
  { byName }: UpgradeMesh,
  kind: string,
  namespace: string,
  name: string,
): JsonObject | undefined => byName.get(`${kind} ${namespace}/${name}`);

/** All objects of a kind. */
export const objectsOfKind = ({ byKind }: UpgradeMesh, kind: string): readonly JsonObject[] =>
  byKind.get(kind) ?? [];

function nameOf(object: JsonObject): string {
  const { kind, namespace = '', name } = keyOf(object);
  return `${kind} ${namespace}/${name}`;
}
