import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** The fields of a source that name callers. */
type Field =
  'principals' | 'notPrincipals' | 'namespaces' | 'notNamespaces' | 'serviceAccounts' | 'notServiceAccounts';

/** A caller that a policy names. */
export interface NamedSource {
  readonly policy: MeshObject<'AuthorizationPolicy'>;
  readonly field: Field;
  readonly value: string;
  readonly path: Path;
}

const fields: readonly Field[] = [
  ...(['principals', 'notPrincipals', 'namespaces', 'notNamespaces'] as const),
  ...(['serviceAccounts', 'notServiceAccounts'] as const),
];

/** Every caller that a policy names under `from`, in the order of the input. */
export const sourcesOf = (mesh: Mesh): readonly NamedSource[] =>
  mesh
    .of('AuthorizationPolicy')
    .flatMap((policy) => (policy.spec.rules ?? []).flatMap((rule, index) => inRule(policy, rule, index)));

type Rule = NonNullable<MeshObject<'AuthorizationPolicy'>['spec']['rules']>[number];

const inRule = (
  policy: MeshObject<'AuthorizationPolicy'>,
  { from = [] }: Rule,
  rule: number,
): NamedSource[] =>
  from.flatMap(({ source = {} }, index) =>
    fields.flatMap((field) =>
      (source[field] ?? []).map((value, at) => ({
        ...{ policy, field, value },
        path: ['spec', 'rules', rule, 'from', index, 'source', field, at],
      })),
    ),
  );
