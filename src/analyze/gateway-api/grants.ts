import type { Mesh } from '../mesh.ts';

/** A kind in its group; the core group is empty. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** An object that is referred to from another namespace. */
export interface GrantTarget extends GroupKind {
  readonly namespace: string;
  readonly name: string;
}

/** Who refers: a kind, in a namespace. */
export interface GrantSource extends GroupKind {
  readonly namespace: string;
}

/**
 * Whether a reference to another namespace is granted there. Undefined when it is not, but may be in the cluster: the
 * input holds no ReferenceGrant, and nothing of that namespace.
 */
export function isGranted(mesh: Mesh, source: GrantSource, target: GrantTarget): boolean | undefined {
  if (source.namespace === target.namespace) return true;
  const granted = mesh.derive(grantedPairs);
  if (granted.has(pairOf(source, target, '')) || granted.has(pairOf(source, target, target.name)))
    return true;
  return isDecided(mesh, target.namespace) ? false : undefined;
}

const isDecided = (mesh: Mesh, namespace: string): boolean =>
  mesh.settings.assume === 'complete' ||
  mesh.of('ReferenceGrant').length > 0 ||
  mesh.derive(namespacesOf).has(namespace);

const namespacesOf = (mesh: Mesh): ReadonlySet<string> =>
  new Set(mesh.objects.map(({ namespace }) => namespace));

const grantedPairs = (mesh: Mesh): ReadonlySet<string> =>
  new Set(
    mesh.of('ReferenceGrant').flatMap(({ namespace, spec: { from = [], to = [] } }) => {
      const targets = to.map(({ group = '', kind = '', name = '' }) => ({ group, kind, namespace, name }));
      return from.flatMap(({ group = '', kind = '', namespace: home = '' }) =>
        targets.map((target) => pairOf({ group, kind, namespace: home }, target, target.name)),
      );
    }),
  );

const pairOf = (
  { group, kind, namespace }: GrantSource,
  to: GroupKind & { readonly namespace: string },
  name: string,
): string => JSON.stringify([group, kind, namespace, to.group, to.kind, to.namespace, name]);
