import { expect, test } from 'vitest';
import { checkAnnotations } from './metadata-annotations.ts';
import { problems } from './testing.ts';

const at = (slug: string, annotation: string): string[] => [`${slug} metadata.annotations["${annotation}"]`];

test.each<[string, string, unknown, Record<string, string>, string[]]>([
  ['annotations of others pass', 'Gateway', undefined, { 'example.com/a': 'b', 'istio.io/rev': 'x' }, []],
  [
    'a dry run of a policy without action passes',
    'AuthorizationPolicy',
    undefined,
    { 'istio.io/dry-run': 'true' },
    [],
  ],
  [
    'a dry run of a policy that denies passes',
    'AuthorizationPolicy',
    'DENY',
    { 'istio.io/dry-run': '0' },
    [],
  ],
  [
    'a dry run of an audit does not',
    'AuthorizationPolicy',
    'AUDIT',
    { 'istio.io/dry-run': 'true' },
    at('meta/dry-run-action', 'istio.io/dry-run'),
  ],
  [
    'an action that is no known number does not',
    'AuthorizationPolicy',
    77,
    { 'istio.io/dry-run': 'true' },
    at('meta/dry-run-action', 'istio.io/dry-run'),
  ],
  [
    'a dry run that is neither true nor false does not',
    'AuthorizationPolicy',
    'ALLOW',
    { 'istio.io/dry-run': 'tRUE' },
    at('meta/dry-run-not-boolean', 'istio.io/dry-run'),
  ],
  [
    'a dry run of another kind does not, whatever it says',
    'Sidecar',
    undefined,
    { 'istio.io/dry-run': 'false' },
    at('meta/dry-run-unsupported-kind', 'istio.io/dry-run'),
  ],
  [
    'asking to be refused is refused',
    'Gateway',
    undefined,
    { 'internal.istio.io/webhook-always-reject': '' },
    at('meta/always-reject-annotation', 'internal.istio.io/webhook-always-reject'),
  ],
  [
    'parents are for Istio to set',
    'Gateway',
    undefined,
    { 'internal.istio.io/parents': 'a' },
    at('meta/internal-annotation', 'internal.istio.io/parents'),
  ],
  [
    'so is the namespace of parents',
    'Gateway',
    undefined,
    { 'internal.istio.io/parent-namespace': 'a' },
    at('meta/internal-annotation', 'internal.istio.io/parent-namespace'),
  ],
])('%s', (_, kind, action, annotations, expected) => {
  const found = problems(
    (spec, context) => {
      checkAnnotations(kind, spec, context);
    },
    action,
    { annotations },
  );
  expect(found).toEqual(expected);
});
