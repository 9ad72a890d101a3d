import { describe, expect, test } from 'vitest';
import type { Pod } from '../kube/index.ts';
import { meansContainer, meansNamespace, meansPod, parsePodFilter, touchesNamespace } from './pod-filter.ts';

const pod: Pod = {
  name: 'cart-6d4c9-x2x7k',
  namespace: 'shop',
  object: {
    metadata: {
      labels: { app: 'cart', version: 'v1' },
      annotations: { team: 'blue' },
      ownerReferences: [{ kind: 'ReplicaSet', name: 'cart-6d4c9' }],
    },
  },
};

describe('a filter', () => {
  test.each([
    ['', true],
    ['shop', true],
    ['other,shop', true],
    ['sh*', true],
    ['other', false],
    ['sho', false],
    ['s.op', false],
    ['shop/cart', true],
    ['shop/car', false],
    ['shop//cart-*', true],
    ['shop//cart', false],
    ['///app=cart', true],
    ['///app=c*,x=y', true],
    ['///app=basket', false],
    ['///tier=*', false],
    ['///constructor=*', false],
    ['////team=blue', true],
    ['////team=red', false],
    ['shop/cart/*/app=cart/team=blue/istio-proxy', true],
  ])('%j means the pod: %s', (text, means) => {
    expect(meansPod(parsePodFilter(text), pod)).toBe(means);
  });

  test.each([
    ['shop', true],
    ['shop/////', true],
    ['shop/cart', false],
    ['shop/////istio-proxy', false],
    ['other', false],
  ])('%j means the whole namespace: %s', (text, means) => {
    expect(meansNamespace(parsePodFilter(text), 'shop')).toBe(means);
  });

  test('means containers by their names', () => {
    const filter = parsePodFilter('shop/////istio-*');
    expect(meansContainer(filter, 'istio-proxy')).toBe(true);
    expect(meansContainer(filter, 'cart')).toBe(false);
    expect(touchesNamespace(filter, 'shop')).toBe(true);
    expect(touchesNamespace(filter, 'other')).toBe(false);
  });

  test('means no deployment of a pod that nobody owns', () => {
    expect(meansPod(parsePodFilter('/cart'), { ...pod, object: {} })).toBe(false);
  });
});

test.each([
  ['a/b/c/d=1/e=2/f/g', 'more than six parts'],
  ['///app', '"app" is no label or annotation'],
  ['///=x', '"=x" is no label or annotation'],
])('%j is refused', (text, message) => {
  expect(() => parsePodFilter(text)).toThrow(message);
});
