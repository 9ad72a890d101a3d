import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkExportTo } from './export-to.ts';
import { checkLabels } from './labels.ts';
import { checkSelector } from './selectors.ts';
import { checkTargetRefs } from './target-refs.ts';

const prefix253 = ['a'.repeat(63), 'a'.repeat(63), 'a'.repeat(63), 'a'.repeat(61)].join('.');

test.each<[string, Record<string, string>, string[]]>([
  ['plain labels pass', { app: 'reviews', 'app.kubernetes.io/name': 'a_b.c' }, []],
  ['an empty value passes', { app: '' }, []],
  ['a long value is left to the API server', { app: 'a'.repeat(64) }, []],
  ['a prefix of 253 characters passes', { [`${prefix253}/a`]: '' }, []],
  ['a longer prefix does not', { [`a${prefix253}/a`]: '' }, ['label/invalid labels']],
  ['a name of 64 characters does not', { ['a'.repeat(64)]: '' }, ['label/invalid labels']],
  ['an empty key does not', { '': 'a' }, ['label/invalid labels']],
  ['a value that starts with a hyphen does not', { app: '-a' }, ['label/invalid labels.app']],
  ['a key with two slashes does not', { 'a/b/c': '' }, ['label/invalid labels']],
])('labels: %s', (_, labels, expected) => {
  expect(
    reported((report) => {
      checkLabels(labels, ['labels'], report);
    }),
  ).toEqual(expected);
});

test.each<[string, Parameters<typeof checkSelector>[0], string[]]>([
  ['labels pass', { labels: { app: 'a' } }, []],
  ['labels of a policy pass', { matchLabels: { app: 'a' } }, []],
  ['no labels are a warning', {}, ['selector/without-labels selector']],
  ['empty labels are a warning', { matchLabels: {} }, ['selector/without-labels selector']],
  ['an empty key is not allowed', { labels: { '': 'a' } }, ['selector/empty-key selector.labels']],
  [
    'a star in a key is not allowed',
    { matchLabels: { 'a*': 'a' } },
    ['selector/wildcard selector.matchLabels["a*"]'],
  ],
  ['a star in a value is not allowed', { labels: { app: '*' } }, ['selector/wildcard selector.labels.app']],
])('a selector: %s', (_, selector, expected) => {
  expect(
    reported((report) => {
      checkSelector(selector, ['selector'], report);
    }),
  ).toEqual(expected);
});

type ExportOptions = Omit<Parameters<typeof checkExportTo>[1], 'namespace'>;

test.each<[string, string[], ExportOptions, string[]]>([
  ['nothing passes', [], {}, []],
  ['namespaces pass', ['.', 'b', 'c'], {}, []],
  ['everyone passes', ['*'], {}, []],
  ['a name with a dot does not', ['a.b'], {}, ['exportto/invalid exportTo[0]']],
  ['a name twice does not', ['b', 'b'], {}, ['exportto/duplicate exportTo[1]']],
  ['the own namespace by name and by dot does not', ['ns', '.'], {}, ['exportto/duplicate exportTo[1]']],
  ['everyone and one more do not', ['b', '*'], {}, ['exportto/public-and-other exportTo[1]']],
  ['nobody does not', ['~'], {}, ['exportto/none-not-allowed exportTo[0]']],
  ['nobody passes where it may', ['~'], { none: true }, []],
  ['nobody and one more do not', ['~', 'b'], { none: true }, ['exportto/none-and-other exportTo[0]']],
  ['the own namespace passes with a selector', ['.'], { ownOnly: true }, []],
  ['the own namespace passes by name with a selector', ['ns'], { ownOnly: true }, []],
  ['another does not with a selector', ['.', 'b'], { ownOnly: true }, ['exportto/selector-scope exportTo']],
])('exportTo: %s', (_, exportTo, options, expected) => {
  expect(
    reported((report) => {
      checkExportTo(exportTo, { namespace: 'ns', ...options }, ['exportTo'], report);
    }),
  ).toEqual(expected);
});

const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'a' };

test.each<[string, Parameters<typeof checkTargetRefs>[0], string[]]>([
  ['none pass', {}, []],
  ['a gateway passes', { targetRef: gateway }, []],
  [
    'a service passes, with and without its group',
    {
      targetRefs: [
        { kind: 'Service', name: 'a' },
        { group: 'core', kind: 'Service', name: 'a' },
      ],
    },
    [],
  ],
  ['no name is a fault', { targetRef: { ...gateway, name: '' } }, ['targetref/name spec.targetRef.name']],
  [
    'a namespace is a fault',
    { targetRef: { ...gateway, namespace: 'b' } },
    ['targetref/namespace spec.targetRef.namespace'],
  ],
  [
    'another kind is a fault',
    { targetRefs: [gateway, { ...gateway, kind: 'HTTPRoute' }] },
    ['targetref/kind spec.targetRefs[1]'],
  ],
  [
    'a kind in the wrong group is a fault',
    { targetRefs: [{ ...gateway, group: '' }] },
    ['targetref/kind spec.targetRefs[0]'],
  ],
  [
    'a selector beside them is a fault',
    { selector: {}, targetRefs: [gateway] },
    ['policy/selector-and-target spec'],
  ],
  ['a selector beside an empty list passes', { selector: {}, targetRefs: [] }, []],
])('target references: %s', (_, spec, expected) => {
  expect(
    reported((report) => {
      checkTargetRefs(spec, ['spec'], report);
    }),
  ).toEqual(expected);
});
