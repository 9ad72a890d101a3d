import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkRequestAuthentication } from './request-authentication.ts';

type Spec = Parameters<typeof checkRequestAuthentication>[0];

const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'public' };

test.each<[string, Spec, string[]]>([
  ['an empty spec passes', {}, []],
  ['a rule for a target passes', { targetRefs: [gateway], jwtRules: [{ issuer: 'example' }] }, []],
  [
    'a target in another namespace',
    { targetRef: { ...gateway, namespace: 'infra' } },
    ['targetref/namespace spec.targetRef.namespace'],
  ],
  [
    'a selector beside a target',
    { selector: { matchLabels: { app: 'a' } }, targetRef: gateway },
    ['policy/selector-and-target spec'],
  ],
  [
    'the second rule is checked too',
    { jwtRules: [{ issuer: 'example' }, {}] },
    ['jwt/issuer-or-uri spec.jwtRules[1]'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkRequestAuthentication, spec)).toEqual(expected);
});
