import { describe, expect, test } from 'vitest';
import type { KindRef } from '../discovery/served-kind.ts';
import { connectTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../testing/fake-api.ts';
import { gateways, named, namespaces, oldGateways, secrets, services } from '../testing/kinds.ts';
import { listKinds, type ListKindsOptions } from './list-kinds.ts';

const servicesPath = '/api/v1/services';
const gatewaysPath = '/apis/networking.istio.io/v1/gateways';
const both: FakeApiOptions = {
  kinds: [services, gateways, oldGateways, namespaces],
  lists: {
    [servicesPath]: named('shop', 'cart', 'stock'),
    [gatewaysPath]: named('shop', 'front'),
    '/api/v1/namespaces': named('', 'shop'),
    '/api/v1/namespaces/shop/services': named('shop', 'cart'),
    '/api/v1/namespaces/bank/services': named('bank', 'vault'),
  },
};
const wanted: readonly KindRef[] = [
  { group: '', kind: 'Service' },
  { group: 'networking.istio.io', kind: 'Gateway' },
];

async function listing(options: FakeApiOptions, kinds = wanted, how: ListKindsOptions = {}) {
  const api = await fakeApi({ ...both, ...options });
  const lists = await listKinds(await connectTo(api), kinds, how);
  return {
    api,
    lists,
    /** Outcome and names of each list. */
    short: lists.map(({ outcome, objects }) =>
      [outcome, ...objects.map((object) => nameOf(object))].join(' '),
    ),
  };
}

function nameOf({ metadata }: { metadata?: unknown }): string {
  return (metadata as { name: string }).name;
}

test('lists kinds whole, in their order, with apiVersion and kind', async () => {
  const { lists, short } = await listing({});
  expect(short).toEqual(['listed cart stock', 'listed front']);
  expect(lists[1]).toEqual({
    group: 'networking.istio.io',
    kind: 'Gateway',
    served: gateways,
    outcome: 'listed',
    objects: [
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'Gateway',
        metadata: { name: 'front', namespace: 'shop' },
      },
    ],
    problems: [],
  });
});

test('asks for nothing but with GET, and says who asks', async () => {
  const { api } = await listing({ pageSize: 1 });
  expect(api.requests.length).toBeGreaterThan(4);
  expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(api.requests[0]?.headers['user-agent']).toMatch(/^meshctl\/\d/);
});

describe('long lists', () => {
  const many = named('shop', ...Array.from({ length: 1234 }, (_, i) => `s${i}`));

  test('are read in pages of 500', async () => {
    const { api, lists } = await listing({ lists: { ...both.lists, [servicesPath]: many } });
    expect(lists[0]?.objects.map(nameOf)).toEqual(many.map(nameOf));
    const pages = api.requests.filter(({ path }) => path === servicesPath);
    expect(pages.map(({ query }) => query.toString())).toEqual([
      'limit=500',
      'limit=500&continue=500',
      'limit=500&continue=1000',
    ]);
  });

  /** A server that has forgotten where the list was, so many times. */
  const forgetting = (times: number): FakeApiOptions => {
    let left = times;
    return {
      pageSize: 1,
      fault: ({ query }, response) =>
        query.get('continue') !== null &&
        left-- > 0 &&
        refuse(response, 410, 'the continue parameter is too old'),
    };
  };

  test('start again when the server has forgotten them', async () => {
    const { short } = await listing(forgetting(1));
    expect(short).toEqual(['listed cart stock', 'listed front']);
  });

  test('fail when it forgets them again', async () => {
    const { lists, short } = await listing(forgetting(99));
    expect(short).toEqual(['failed', 'listed front']);
    expect(lists[0]?.problems).toMatchObject([{ status: 410, reason: 'the continue parameter is too old' }]);
  });
});

describe('what is missing is part of the answer', () => {
  test('kinds that are not served are absent', async () => {
    const { lists, short } = await listing({}, [
      ...wanted,
      { group: 'security.istio.io', kind: 'PeerAuthentication' },
    ]);
    expect(short).toEqual(['listed cart stock', 'listed front', 'absent']);
    expect(lists[2]).not.toHaveProperty('served');
  });

  test('a cluster may serve none of them', async () => {
    const { short } = await listing({ kinds: [], lists: {} });
    expect(short).toEqual(['absent', 'absent']);
  });

  test('kinds that may not be read are forbidden', async () => {
    const { lists, short } = await listing({
      fault: ({ path }, response) => path === servicesPath && refuse(response, 403, 'services is forbidden'),
    });
    expect(short).toEqual(['forbidden', 'listed front']);
    expect(lists[0]?.problems).toMatchObject([{ status: 403, reason: 'services is forbidden' }]);
  });

  test('others fail', async () => {
    const { lists, short } = await listing({
      fault: ({ path }, response) => path === servicesPath && refuse(response, 500, 'etcd is away'),
    });
    expect(short).toEqual(['failed', 'listed front']);
    expect(lists[0]?.problems).toMatchObject([{ status: 500, reason: 'etcd is away' }]);
  });

  test('a group that does not answer has failed, and is not absent', async () => {
    const { short } = await listing({
      aggregated: false,
      fault: ({ path }, response) => path.startsWith('/apis/net') && refuse(response, 503, 'no endpoints'),
    });
    expect(short).toEqual(['listed cart stock', 'failed']);
  });

  test('when the time is over, what has come so far is kept', async () => {
    const api = await fakeApi({ ...both, fault: ({ path }) => path === gatewaysPath });
    const client = await connectTo(api, {}, { timeout: 500 });
    const lists = await listKinds(client, wanted);
    expect(lists.map(({ outcome }) => outcome)).toEqual(['listed', 'failed']);
    expect(lists[1]?.problems[0]?.message).toContain('did not answer within');
  });
});

describe('nothing at all is an error', () => {
  const refusing = (code: number, only = '') =>
    listing({
      fault: ({ path }, response) =>
        !['/api', '/apis'].includes(path) && path.includes(only) && refuse(response, code, 'no'),
    });

  test('when all is forbidden', async () => {
    await expect(refusing(403)).rejects.toMatchObject({ status: 403 });
  });

  test('when all fails', async () => {
    await expect(refusing(500)).rejects.toMatchObject({ status: 500 });
  });

  test('but not when one kind can be read', async () => {
    expect((await refusing(403, 'gateways')).short).toEqual(['listed cart stock', 'forbidden']);
  });

  test('an interruption is passed on', async () => {
    const controller = new AbortController();
    const list = listing(
      {
        fault: ({ path }) => {
          if (path !== gatewaysPath) return false;
          controller.abort(new Error('Ctrl-C'));
          return true;
        },
      },
      wanted,
      { signal: controller.signal },
    );
    await expect(list).rejects.toThrow('Ctrl-C');
  });
});

describe('some namespaces only', () => {
  test('are read one by one, once each', async () => {
    const kinds: readonly KindRef[] = [{ group: '', kind: 'Service' }];
    const { api, short } = await listing({}, kinds, { namespaces: ['shop', 'bank', 'shop'] });
    expect(short).toEqual(['listed cart vault']);
    expect(api.requests.map(({ path }) => path)).toEqual([
      '/api',
      '/api/v1/namespaces/shop/services',
      '/api/v1/namespaces/bank/services',
    ]);
  });

  test('kinds without namespaces are read whole', async () => {
    const { short } = await listing({}, [{ group: '', kind: 'Namespace' }], { namespaces: ['shop'] });
    expect(short).toEqual(['listed shop']);
  });

  test('what one namespace refuses does not hide the others', async () => {
    const { short } = await listing(
      { fault: ({ path }, response) => path.includes('/bank/') && refuse(response, 403, 'no') },
      [{ group: '', kind: 'Service' }],
      { namespaces: ['shop', 'bank'] },
    );
    expect(short).toEqual(['forbidden cart']);
  });
});

test('reads eight lists at once at most', async () => {
  const kinds = Array.from({ length: 20 }, (_, i) => ({ ...services, kind: `K${i}`, resource: `k${i}` }));
  let now = 0;
  let most = 0;
  const { lists } = await listing(
    {
      kinds,
      lists: Object.fromEntries(kinds.map(({ resource }) => [`/api/v1/${resource}`, []])),
      fault: ({ path }, response) => {
        if (path === '/api') return false;
        most = Math.max(most, ++now);
        setTimeout(() => {
          now -= 1;
          response.writeHead(200).end('{"items": []}');
        }, 5);
        return true;
      },
    },
    kinds,
  );
  expect(lists).toHaveLength(20);
  expect(most).toBe(8);
});

describe('of Secrets', () => {
  const path = '/api/v1/secrets';
  const crt = 'Y2VydA==';
  const key = 'a2V5';
  const secret = (type: string, data: Record<string, string>) => ({
    metadata: {
      name: 's',
      namespace: 'shop',
      labels: { a: 'b' },
      annotations: { note: 'kept', 'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify(data) },
      managedFields: [{ manager: 'kubectl' }],
    },
    type,
    data,
    immutable: true,
  });

  async function kept(type: string, data: Record<string, string>) {
    const { lists } = await listing({ kinds: [secrets], lists: { [path]: [secret(type, data)] } }, [
      { group: '', kind: 'Secret' },
    ]);
    return lists[0]?.objects[0];
  }

  test('all but certificates is dropped', async () => {
    expect(await kept('kubernetes.io/tls', { 'tls.crt': crt, 'tls.key': key, password: 'x' })).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop', labels: { a: 'b' }, annotations: { note: 'kept' } },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': crt, 'tls.key': key },
    });
  });

  test.each([
    ['a certificate of a gateway', { cert: crt, key, cacert: crt }, { cert: crt, key, cacert: crt }],
    ['a CA alone', { 'ca.crt': crt, other: 'x' }, { 'ca.crt': crt }],
    ['a key without a certificate', { key }, {}],
    ['a password', { password: 'x' }, {}],
  ])('%s', async (_, data, expected) => {
    expect(await kept('Opaque', data)).toMatchObject({ data: expected });
  });

  test('those that can hold no certificate are not asked for', async () => {
    const { api } = await listing({ kinds: [secrets], lists: { [path]: [] } }, [
      { group: '', kind: 'Secret' },
    ]);
    expect(api.requests.at(-1)?.query.get('fieldSelector')).toContain('type!=helm.sh/release.v1');
  });
});
