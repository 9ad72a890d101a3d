import type { MeshObject } from './mesh-object.ts';

/** Objects that are looked at together, and those of them that are judged so. */
export interface Alternative {
  readonly objects: readonly MeshObject[];
  readonly judged: ReadonlySet<MeshObject>;
}

type Unit = readonly MeshObject[];

/**
 * Units that define the same object, such as environments, are alternatives: what refers to it means the one of its own
 * unit. Each alternative has the objects of such units, as many as get along, and all others that these do not define
 * anew. None where nothing is defined twice.
 */
export function alternativesOf(all: readonly MeshObject[], units: readonly Unit[]): readonly Alternative[] {
  const redefined = redefinedKeys(all);
  if (redefined.size === 0) return [];
  return groupsOf(units, redefined).map(({ members, keys }) => {
    const judged = new Set(members);
    return {
      objects: all.filter((object) => judged.has(object) || !keys.has(keyOf(object))),
      judged,
    };
  });
}

const keyOf = ({ kind, namespace, name }: MeshObject): string => `${kind} ${namespace}/${name}`;

/** The names that several objects have. Of kinds that rules do not know nothing depends. */
function redefinedKeys(all: readonly MeshObject[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const redefined = new Set<string>();
  for (const object of all) {
    if (object.kind === 'Other' || object.name === '') continue;
    const key = keyOf(object);
    if (seen.has(key)) redefined.add(key);
    seen.add(key);
  }
  return redefined;
}

interface Group {
  readonly members: MeshObject[];
  readonly keys: Map<string, MeshObject>;
}

/** The units that define something which others define too, in as few groups as can be told in one pass. */
function groupsOf(units: readonly Unit[], redefined: ReadonlySet<string>): readonly Group[] {
  const groups: Group[] = [];
  for (const unit of units) {
    const own = unit.filter((object) => redefined.has(keyOf(object)));
    if (own.length === 0) continue;
    const fitting = groups.find(({ keys }) =>
      own.every((object) => [undefined, object].includes(keys.get(keyOf(object)))),
    );
    const group = fitting ?? { members: [], keys: new Map<string, MeshObject>() };
    if (fitting === undefined) groups.push(group);
    group.members.push(...unit);
    for (const object of own) group.keys.set(keyOf(object), object);
  }
  return groups;
}
