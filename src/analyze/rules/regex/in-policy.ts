import type { Path } from '../../../path.ts';
import type { KindSpecs } from '../../kinds.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/**
 * AuthorizationPolicies know no regular expressions: a value is a text, with a `*` at its beginning or end for anything
 * (since 1.30 nothing in principals and namespaces works as one by accident either).
 */
export const inPolicy = defineRule<{ value: string; action: string; isRegex: boolean }>({
  slug: 'regex/in-policy',
  code: 'MSH0175',
  severity: 'warning',
  summary: 'Values of AuthorizationPolicies are no regular expressions.',
  hint: 'A `*` at the beginning or end stands for anything; in paths `{*}` stands for a segment and `{**}` for the rest.',
  kinds: ['AuthorizationPolicy'],
  message: ({ value, action, isRegex }) =>
    `${isRegex ? 'regular expressions do not work' : 'this `*` is no wildcard'} here: the ${action} rule is only for ${literally(value)}`,
  check(mesh, report) {
    for (const policy of mesh.of('AuthorizationPolicy')) {
      const action = policy.spec.action ?? 'ALLOW';
      for (const { field, value, path } of valuesOf(policy)) {
        const isRegex = looksLikeRegex(field, value);
        if (isRegex || hasInnerWildcard(value)) report(policy, path, { value, action, isRegex });
      }
    }
  },
});

function literally(value: string): string {
  if (value.startsWith('*')) return `what ends with ${JSON.stringify(value.slice(1))}`;
  return value.endsWith('*')
    ? `what begins with ${JSON.stringify(value.slice(0, -1))}`
    : `${JSON.stringify(value)}, letter by letter`;
}

/** A `*` at the beginning stands for anything, else one at the end does; templates of paths are Istio's to refuse. */
const hasInnerWildcard = (value: string): boolean =>
  !/[{}]/.test(value) && (value.startsWith('*') ? value.slice(1) : value.slice(0, -1)).includes('*');

/** Signs that no name, path or method has: they only make sense in regular expressions. */
const signs = [/^\^/, /\.\*./, /\.\+/, /\\[.dswDSW/-]/, /\([^)]*\|[^)]*\)/, /\[[^\]]*\][*+?]/];

function looksLikeRegex(field: string, value: string): boolean {
  if (signs.some((sign) => sign.test(value))) return true;
  if (field === 'methods' || field === 'notMethods') return value.includes('|');
  return (field === 'paths' || field === 'notPaths') && value.endsWith('/.*') && value !== '/.*';
}

type Rule = NonNullable<KindSpecs['AuthorizationPolicy']['rules']>[number];

interface PlacedValue {
  readonly field: string;
  readonly value: string;
  readonly path: Path;
}

function* valuesOf({ spec: { rules = [] } }: MeshObject<'AuthorizationPolicy'>): Generator<PlacedValue> {
  for (const [index, rule] of rules.entries()) {
    for (const { part, path } of partsOf(rule)) {
      for (const field of fields) {
        for (const [number, value] of (part[field] ?? []).entries())
          yield { field, value, path: ['spec', 'rules', index, ...path, field, number] };
      }
    }
  }
}

const fields = [
  ...['principals', 'notPrincipals', 'namespaces', 'notNamespaces', 'hosts', 'notHosts'],
  ...['paths', 'notPaths', 'methods', 'notMethods', 'requestPrincipals', 'notRequestPrincipals'],
];

type Part = Readonly<Record<string, readonly string[] | undefined>>;

const partsOf = ({ from = [], to = [] }: Rule): readonly { part: Part; path: Path }[] => [
  ...from.map(({ source = {} }, index) => ({ part: { ...source }, path: ['from', index, 'source'] })),
  ...to.map(({ operation = {} }, index) => ({ part: { ...operation }, path: ['to', index, 'operation'] })),
];
