import { expect, test } from 'vitest';
import { matchesResource } from './resource-pattern.ts';

const route = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'reviews',
};
const homeless = { apiVersion: 'v1', kind: 'Namespace', name: 'shop' };

test.each([
  ['namespace and name', 'VirtualService shop/reviews', route, true],
  ['the name first, as the help of istioctl writes it', 'VirtualService reviews.shop', route, true],
  ['all of a namespace', 'VirtualService shop/*', route, true],
  ['all of a kind', 'VirtualService *', route, true],
  ['everything', '*', route, true],
  ['another namespace', 'VirtualService other/reviews', route, false],
  ['another kind', 'Gateway shop/reviews', route, false],
  ['the name alone of what has a namespace', 'VirtualService reviews', route, false],
  ['a start of the name', 'VirtualService shop/rev', route, false],
  ['a kind without namespace', 'Namespace shop', homeless, true],
  ['the namespace that is assumed', 'Namespace default/shop', homeless, true],
  ['no other namespace', 'Namespace other/shop', homeless, false],
])('%s', (_, pattern, resource, matches) => {
  expect(matchesResource(pattern, resource, 'default')).toBe(matches);
});
