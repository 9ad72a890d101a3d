import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { reported } from '../testing.ts';
import { checkHub, checkTag } from './image.ts';

const found = (hub: string): string[] =>
  reported((report) => {
    checkHub(hub, ['hub'], report);
  });

test.each([
  '',
  'docker.io/istio',
  'istio',
  'localhost:5000/a',
  'Registry.Example.com/istio',
  '[::1]:5000/a',
  'a.b',
  'a__b/c--d',
  'docker.io/istio/',
])('the hub %j passes', (hub) => {
  expect(found(hub)).toEqual([]);
});

test.each([
  'Istio',
  'docker.io/Istio',
  'a b',
  'docker.io/istio:1.31',
  'docker.io/istio@sha256',
  'user@a.b/c',
  'a.b:port/c',
  `a/${'b'.repeat(250)}`,
])('the hub %j is no place for images', (hub) => {
  expect(found(hub)).toEqual(['operator/image hub']);
});

test.each<[string, string[]]>([
  ['https://docker.io/istio', ['operator/hub-scheme hub']],
  ['oci://a.b/c', ['operator/hub-scheme hub']],
  ['registry.istio.io/release', ['operator/closing-registry hub']],
  ['gcr.io/istio-release', ['operator/closing-registry hub']],
  ['mirror.example.com/registry.istio.io/release', []],
  ['gcr.io/istio-testing', []],
])('the warnings about the hub %s', (hub, expected) => {
  expect(found(hub)).toEqual(expected);
});

test.each<[Json, boolean]>([
  ['1.31.1', true],
  ['1.31.1-distroless', true],
  ['_A.-', true],
  ['.hidden', true],
  ['a'.repeat(128), true],
  [1.31, true],
  [true, true],
  ['', false],
  ['a'.repeat(129), false],
  ['a/b', false],
  ['a:b', false],
  ['a b', false],
  ['1.31+build', false],
  [['1.31'], false],
  [{ a: 1 }, false],
])('whether %j can be a tag: %s', (tag, passes) => {
  const lines = reported((report) => {
    checkTag(tag, ['tag'], report);
  });
  expect(lines).toEqual(passes ? [] : ['operator/image tag']);
});
