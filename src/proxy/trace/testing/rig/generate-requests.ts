import type { TraceRequest } from '../../trace.ts';
import { picker, type Pick } from '../random.ts';
import { sampleRequest } from '../sample-request.ts';

/** What a request is made to hit. */
export const categories = [
  ...([
    'no route',
    'match',
    'weighted',
    'redirect or answer',
    'access',
    'tcp or sni',
    'passthrough',
    'host',
  ] as const),
];
export type Category = (typeof categories)[number];

export interface GeneratedRequest {
  readonly category: Category;
  readonly request: TraceRequest;
}

/** Requests for the configuration of the rig, `count` of each category; the same for the same seed. */
export function generateRequests(seed: number, count: number, echoes: readonly number[]): GeneratedRequest[] {
  const pick = picker(seed);
  return categories.flatMap((category) =>
    Array.from({ length: count }, () => ({ category, request: makers[category](pick, echoes) })),
  );
}

type Header = readonly [string, string];

const makers: Readonly<Record<Category, (pick: Pick, echoes: readonly number[]) => TraceRequest>> = {
  'no route': (pick) =>
    http(pick, {
      path: pick(
        '/',
        '/exact/',
        '/EXACT',
        '/v1/item',
        '/vx/items',
        '/belowx',
        '/method',
        '/query',
        '/query?q=2',
        '/elsewhere/',
      ),
      authority: pick(
        'shop.example',
        'shop',
        'other.example',
        'ashop.example',
        'shop.example:8080',
        'xshop.org',
      ),
    }),
  match: (pick) => {
    const headers: Header[] = [
      ...pick<readonly Header[]>(
        [],
        [['x-user', 'anna']],
        [['x-user', 'bob']],
        [['x-user', '']],
        [['x-user', 'Anna']],
      ),
      ...pick<readonly Header[]>([], [['x-group', 'g7']], [['x-group', 'g77']]),
      ...pick<readonly Header[]>([], [['x-age', '18']], [['x-age', '65']], [['x-age', 'x']]),
      ...pick<readonly Header[]>([], [['x-flag', '1']]),
      ...pick<readonly Header[]>([], [['x-cluster', 'b']], [['x-cluster', 'nowhere']]),
    ];
    const path = pick(
      '/user',
      '/user/1?x',
      '/user',
      '/v12/items',
      '/v1/items?x=/',
      '/exact?x',
      '/folded',
      '/FOLDED',
      '/below',
      '/below/x',
      '/query?q=1',
      '/query?a=1&p',
      '/query?q=2&q=1',
      '/query?p=',
      '/by-header',
      '/a/../exact',
      '/empty',
      '/gone',
    );
    return http(pick, { path, headers, method: pick('GET', 'POST', 'PUT') });
  },
  weighted: (pick) =>
    http(pick, { path: `/weighted${pick('', '/1', '?x=2', 'ly')}`, method: pick('GET', 'DELETE') }),
  'redirect or answer': (pick) =>
    http(pick, {
      path: pick(
        '/moved',
        '/moved/a?b=c',
        '/secure/1?x',
        '/elsewhere?x=1',
        '/port?y',
        '/answer/x',
        '/moved/a',
      ),
      authority: pick(
        'shop.example',
        'shop.example:80',
        'shop:8080',
        'secured.example',
        'secured.example:80',
      ),
    }),
  access: (pick) =>
    sampleRequest(
      {
        path: pick(
          '/items',
          '/items/1',
          '/items/12?x',
          '/admin',
          '/index.html',
          '/index.html?x',
          '/other',
          '/items/../admin/1',
        ),
        method: pick('GET', 'POST'),
        headers: pick<readonly Header[]>([], [['x-token', '1']]),
      },
      {
        destination: { address: pick('10.2.0.1', '10.3.0.1'), port: 9090 },
        sourceIp: pick('10.1.0.1', '10.9.0.1', '192.168.0.1'),
      },
    ),
  'tcp or sni': (pick) => {
    const tls = pick(true, true, true, false);
    return {
      ...sampleRequest(
        {},
        {
          ...{
            tls,
            sni: tls
              ? pick(
                  'a.example',
                  'x.example',
                  'A.Example',
                  'd.example',
                  'y.a.example',
                  'c.b.example',
                  'other.org',
                  'example',
                  '',
                )
              : '',
          },
          alpn: tls ? pick([], ['h2'], ['http/1.1', 'h2']) : [],
          destination: {
            address: pick('10.0.0.5', '10.0.0.6', '10.0.0.7', '10.0.0.8', '10.0.0.9', '10.7.1.1'),
            port: pick(443, 443, 443, 443, 8080),
          },
          sourceIp: pick('10.66.0.1', '10.9.0.1'),
        },
      ),
      http: undefined,
    };
  },
  passthrough: (pick, echoes) => ({
    ...sampleRequest({}, { destination: { address: '127.0.0.1', port: pick(...echoes) } }),
    ...(pick(true, false) && { http: undefined }),
  }),
  host: (pick) =>
    http(pick, {
      path: pick('/', '/x?y', '/exact'),
      authority: pick(
        'a.shop.example',
        'a.eu.shop.example',
        'eu.shop.example',
        'SHOP.example',
        'shop.org',
        'shop.',
        '.shop.example',
        'a.shop.example:1',
      ),
    }),
};

function http(pick: Pick, request: Parameters<typeof sampleRequest>[0]): TraceRequest {
  return sampleRequest(request, {
    destination: { address: pick('10.0.0.1', '10.7.0.9', '172.16.0.1'), port: 8080 },
  });
}
