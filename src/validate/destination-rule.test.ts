import { expect, test } from 'vitest';
import { checkDestinationRule } from './destination-rule.ts';
import { problems } from './testing.ts';

type Spec = Parameters<typeof checkDestinationRule>[0];

test.each<[string, Spec, string[]]>([
  ['may be about a host alone', { host: 'reviews' }, []],
  ['may be about all hosts', { host: '*' }, []],
  ['is about a host', {}, ['host/empty spec.host']],
  ['is not about a namespace and a host', { host: 'ns/a.com' }, ['host/invalid spec.host']],
  [
    'has a traffic policy that sets something',
    { host: 'a', trafficPolicy: {} },
    ['trafficpolicy/empty spec.trafficPolicy'],
  ],
  ['may have subsets', { host: 'a', subsets: [{ name: 'v1' }, { name: 'V1', labels: { version: '' } }] }, []],
  [
    'has subsets of different names',
    { host: 'a', subsets: [{ name: 'v1' }, { name: 'v1' }] },
    ['subset/duplicate spec.subsets[1].name'],
  ],
  [
    'has subsets with names, which are missing rather than alike',
    { host: 'a', subsets: [{}, {}] },
    ['subset/name-empty spec.subsets[0].name', 'subset/name-empty spec.subsets[1].name'],
  ],
  [
    'has subsets that are well-formed',
    { host: 'a', subsets: [{ name: 'v1.2', labels: { version: 'a*' }, trafficPolicy: {} }] },
    [
      'subset/name-invalid spec.subsets[0].name',
      'label/invalid spec.subsets[0].labels.version',
      'trafficpolicy/empty spec.subsets[0].trafficPolicy',
    ],
  ],
  ['may be exported to some', { host: 'a', exportTo: ['.', 'other'] }, []],
  [
    'is not exported to nobody',
    { host: 'a', exportTo: ['~'] },
    ['exportto/none-not-allowed spec.exportTo[0]'],
  ],
  [
    'may be for some workloads',
    { host: 'a', exportTo: ['.'], workloadSelector: { matchLabels: { app: 'a' } } },
    [],
  ],
  [
    'is not exported where it is for some workloads',
    { host: 'a', exportTo: ['other'], workloadSelector: { matchLabels: { app: 'a' } } },
    ['exportto/selector-scope spec.exportTo'],
  ],
  [
    'says which workloads it is for',
    { host: 'a', workloadSelector: {} },
    ['selector/without-labels spec.workloadSelector'],
  ],
  [
    'takes credentials from its own namespace',
    { host: 'a', subsets: [{ name: 'v1', trafficPolicy: { tls: { credentialName: 'configmap://ns/ca' } } }] },
    [],
  ],
])('a destination rule %s', (_, spec, expected) => {
  expect(problems(checkDestinationRule, spec)).toEqual(expected);
});
