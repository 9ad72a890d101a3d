import { expect, test } from 'vitest';
import { checkPeerAuthentication } from './peer-authentication.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkPeerAuthentication>[0];

const selector = { matchLabels: { app: 'ledger' } };
const strict = { mode: 'STRICT' } as const;

test.each<[string, Spec, string[]]>([
  ['an empty spec passes', {}, []],
  ['a mode for everyone passes', { mtls: strict }, []],
  ['a mode by port passes', { selector, portLevelMtls: { 1: {}, 65535: strict } }, []],
  ['no port at all', { selector, portLevelMtls: {} }, ['peerauth/port-level-empty spec.portLevelMtls']],
  [
    'no port at all is one fault, selector or not',
    { portLevelMtls: {} },
    ['peerauth/port-level-empty spec.portLevelMtls'],
  ],
  [
    'a port without a selector',
    { portLevelMtls: { 8080: strict } },
    ['peerauth/port-level-needs-selector spec'],
  ],
  [
    'a port with a selector that has no labels',
    { selector: { matchLabels: {} }, portLevelMtls: { 8080: strict } },
    ['selector/without-labels spec.selector', 'peerauth/port-level-needs-selector spec'],
  ],
  ['port 0', { selector, portLevelMtls: { 0: strict } }, ['port/range spec.portLevelMtls["0"]']],
  ['port 65536', { selector, portLevelMtls: { 65536: strict } }, ['port/range spec.portLevelMtls["65536"]']],
  [
    'a star in the selector',
    { selector: { matchLabels: { app: 'ledger-*' } } },
    ['selector/wildcard spec.selector.matchLabels.app'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkPeerAuthentication, spec)).toEqual(expected);
});
