import type { Json, JsonObject } from '../../../../resources/index.ts';
import { routesFor, to } from './scene-bootstrap.ts';
import type { Scene } from './scene.ts';

const exact = (path: string, cluster: string): Json => ({ match: { path }, route: { cluster } });
const tree: JsonObject = routesFor([
  exact('/a/b', 'a'),
  exact('/a//b', 'b'),
  exact('/a%2Fb', 'b'),
  exact('/a%2fb', 'b'),
  exact('/x/../a/b', 'c'),
  exact('/%61', 'c'),
]);

const common: Scene['rows'] = [
  ['a path that needs nothing', { path: '/a/b?x=//' }, 'a'],
  ['a path that leads nowhere', { path: '/b' }, '404'],
];

/** What connection managers do to the path before they route. */
export const pathScenes: readonly Scene[] = [
  {
    name: 'a path as it is written',
    manager: { route_config: tree },
    rows: [
      ...common,
      ['dots stay', { path: '/x/../a/b' }, 'c'],
      ['slashes stay', { path: '/a//b' }, 'b'],
      ['escaped slashes stay', { path: '/a%2Fb' }, 'b'],
    ],
  },
  {
    name: 'a normalised path',
    manager: { route_config: tree, normalize_path: true },
    rows: [
      ...common,
      ['dots go', { path: '/x/../a/b' }, 'a'],
      ['escaped dots go', { path: '/x/%2e%2E/a/b' }, 'a'],
      ['single dots go', { path: '/a/./b' }, 'a'],
      ['backslashes turn', { path: '/a\\b' }, 'a'],
      ['double slashes stay', { path: '/a//b' }, 'b'],
      ['escaped slashes stay', { path: '/a%2fb' }, 'b'],
      ['dots in the query stay', { path: '/a/b?/../c' }, 'a'],
      ['escaped letters do not', { path: '/%61/b' }, 'a'],
    ],
  },
  {
    name: 'a path as it comes out of normalisation',
    manager: {
      normalize_path: true,
      route_config: routesFor([{ match: { prefix: '/' }, redirect: { host_redirect: 'x' } }]),
    },
    rows: [
      ['letters and digits are unescaped', { path: '/%41%7a%30' }, '301 http://x/Az0'],
      ['some signs too', { path: '/%2d%5f%7e' }, '301 http://x/-_~'],
      ['others are not', { path: '/%21%2A%20%3f%25' }, '301 http://x/%21%2A%20%3f%25'],
      [
        'signs that urls do not have',
        { path: '/a|b^c`d{e}"<>' },
        '301 http://x/a%7Cb%5Ec%60d%7Be%7D%22%3C%3E',
      ],
      ['signs that they have', { path: "/a!$&'()*+,;=:@[]~" }, "301 http://x/a!$&'()*+,;=:@[]~"],
      ['a percent that is none', { path: '/%zz%' }, '301 http://x/%zz%'],
      ['a dot at the end', { path: '/a/b/.' }, '301 http://x/a/b/'],
      ['two dots at the end', { path: '/a/b/..' }, '301 http://x/a/'],
      ['more dots than names', { path: '/../../a' }, '301 http://x/a'],
      ['three dots', { path: '/a/.../b' }, '301 http://x/a/.../b'],
      ['an escaped zero', { path: '/%00' }, '400'],
      ['a fragment', { path: '/a#b' }, '400'],
    ],
  },
  {
    name: 'slashes merged',
    manager: { route_config: tree, merge_slashes: true },
    rows: [
      ...common,
      ['double slashes become one', { path: '/a//b' }, 'a'],
      ['three as well', { path: '///a///b' }, 'a'],
      ['dots stay', { path: '/x/../a/b' }, 'c'],
    ],
  },
  {
    name: 'escaped slashes kept',
    manager: { route_config: tree, path_with_escaped_slashes_action: 'KEEP_UNCHANGED' },
    rows: [...common, ['they stay', { path: '/a%2Fb' }, 'b']],
  },
  {
    name: 'escaped slashes refused',
    manager: { route_config: tree, path_with_escaped_slashes_action: 'REJECT_REQUEST' },
    rows: [
      ...common,
      ['a slash', { path: '/a%2Fb' }, '400'],
      ['a backslash', { path: '/a%5cb' }, '400'],
      ['one in the query is none', { path: '/a/b?x=%2f' }, 'a'],
    ],
  },
  {
    name: 'escaped slashes turned',
    manager: { route_config: tree, path_with_escaped_slashes_action: 'UNESCAPE_AND_FORWARD' },
    rows: [
      ...common,
      ['a slash', { path: '/a%2Fb' }, 'a'],
      ['two slashes', { path: '/a%2f%2Fb' }, 'b'],
      ['a percent that is escaped stays', { path: '/a%252Fb' }, '404'],
    ],
  },
  {
    name: 'escaped slashes turned, then all normalised',
    manager: {
      ...{ route_config: tree, normalize_path: true, merge_slashes: true },
      path_with_escaped_slashes_action: 'UNESCAPE_AND_FORWARD',
    },
    rows: [
      ['dots behind an escaped slash', { path: '/x%2f..%2Fa/b' }, 'a'],
      ['an escaped backslash', { path: '/a%5Cb' }, 'a'],
      ['two of them', { path: '/a%2f%2Fb' }, 'a'],
    ],
  },
  {
    name: 'escaped slashes redirected',
    manager: {
      ...{ route_config: tree, normalize_path: true },
      path_with_escaped_slashes_action: 'UNESCAPE_AND_REDIRECT',
    },
    rows: [
      ...common,
      ['a slash', { path: '/a%2Fb?x=1' }, '307 /a/b?x=1'],
      ['dots alone do not redirect', { path: '/x/../a/b' }, 'a'],
    ],
  },
];

/** How the host is made ready for the choice of a virtual host. */
export const hostScenes: readonly Scene[] = [
  {
    name: 'a host without its port',
    manager: {
      strip_any_host_port: true,
      route_config: {
        ...routesFor([to('/', 'b')]),
        virtual_hosts: [
          { name: 'shop', domains: ['shop.example'], routes: [to('/', 'a')] },
          { name: 'all', domains: ['*'], routes: [to('/', 'b')] },
        ],
      },
    },
    rows: [
      ['the port goes', { authority: 'shop.example:81' }, 'a'],
      ['a dot at the end stays', { authority: 'shop.example.' }, 'b'],
    ],
  },
  {
    name: 'https demanded of all',
    manager: { route_config: routesFor([to('/', 'a')], { require_tls: 'ALL' }) },
    rows: [
      ['plain HTTP', { path: '/x?y' }, '301 https://shop.example/x?y'],
      ['a proxy before this one took TLS off', { headers: [['x-forwarded-proto', 'https']] }, 'a'],
      ['or did not', { headers: [['x-forwarded-proto', 'http']] }, '301 https://shop.example/'],
    ],
  },
  {
    name: 'https demanded, and the client is not believed',
    manager: {
      use_remote_address: true,
      route_config: routesFor([to('/', 'a')], { require_tls: 'ALL' }),
    },
    rows: [
      ['what it says of TLS', { headers: [['x-forwarded-proto', 'https']] }, '301 https://shop.example/'],
    ],
  },
  {
    name: 'https demanded of those outside',
    manager: {
      use_remote_address: true,
      internal_address_config: { cidr_ranges: [{ address_prefix: '10.0.0.0', prefix_len: 8 }] },
      route_config: routesFor([to('/', 'a')], { require_tls: 'EXTERNAL_ONLY' }),
    },
    rows: [
      ['somebody inside', {}, 'a', { sourceIp: '10.9.9.9' }],
      ['somebody outside', {}, '301 https://shop.example/', { sourceIp: '8.8.8.8' }],
      [
        'somebody inside, for another',
        { headers: [['x-forwarded-for', '10.0.0.1']] },
        '301 https://shop.example/',
        { sourceIp: '10.9.9.9' },
      ],
    ],
  },
  {
    name: 'https demanded of those outside, after proxies',
    manager: {
      internal_address_config: { cidr_ranges: [{ address_prefix: '10.0.0.0', prefix_len: 8 }] },
      route_config: routesFor([to('/', 'a')], { require_tls: 'EXTERNAL_ONLY' }),
    },
    rows: [
      ['nobody says who it is', {}, '301 https://shop.example/', { sourceIp: '10.9.9.9' }],
      ['somebody inside', { headers: [['x-forwarded-for', '10.0.0.1']] }, 'a'],
      [
        'several are somebody outside',
        { headers: [['x-forwarded-for', '10.0.0.1, 10.0.0.2']] },
        '301 https://shop.example/',
      ],
      ['somebody outside', { headers: [['x-forwarded-for', '8.8.8.8']] }, '301 https://shop.example/'],
    ],
  },
  {
    name: 'https demanded of those outside, whoever that is',
    manager: { route_config: routesFor([to('/', 'a')], { require_tls: 'EXTERNAL_ONLY' }) },
    rows: [
      ['a private address', { headers: [['x-forwarded-for', '10.0.0.1']] }, 'unknown'],
      ['a public address', { headers: [['x-forwarded-for', '8.8.8.8']] }, '301 https://shop.example/'],
    ],
  },
];
