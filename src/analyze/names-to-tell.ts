import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';

/** Each of the objects gets a message with the names of all: more would make a report grow by their square. */
const mostNames = 10;

/** The names of objects for a message, sorted: of many the first, and how many more there are; as istioctl, all. */
export function namesToTell({ settings: { compat } }: Mesh, objects: readonly MeshObject[]): string[] {
  const names = objects.map(({ name }) => name).sort();
  if (compat || names.length <= mostNames) return names;
  return [...names.slice(0, mostNames), `${names.length - mostNames} more`];
}
