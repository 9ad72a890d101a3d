import type { Json, JsonObject } from '../../../../resources/index.ts';
import type { HttpRequest } from '../../trace.ts';
import { routesFor, to } from './scene-bootstrap.ts';
import { httpFilter, type Scene } from './scene.ts';
import { keySet, signToken } from './sign-token.ts';

const issuer = 'https://login.example';
const seconds = Math.floor(Date.now() / 1000);
const bearer = (payload: JsonObject): Partial<HttpRequest> => ({
  headers: [['authorization', `Bearer ${signToken({ iss: issuer, ...payload })}`]],
});

const provider = (more: JsonObject = {}): JsonObject => ({
  ...{ issuer, local_jwks: { inline_string: keySet() }, payload_in_metadata: 'payload' },
  ...more,
});
const jwt = (requires: Json, providers: JsonObject = { login: provider() }, more: JsonObject = {}): Json =>
  httpFilter('envoy.filters.http.jwt_authn', 'jwt_authn.v3.JwtAuthentication', {
    ...{ providers, rules: [{ match: { prefix: '/' }, requires }] },
    ...more,
  });
const route_config = routesFor([to('/', 'a')]);
const required: Json = { provider_name: 'login' };
const optional: Json = { requires_any: { requirements: [required, { allow_missing: {} }] } };

const claim = (path: readonly string[], value: Json): Json => ({
  metadata: {
    filter: 'envoy.filters.http.jwt_authn',
    path: path.map((key) => ({ key })),
    value,
  },
});
const guard = (...ids: readonly Json[]): Json =>
  httpFilter('envoy.filters.http.rbac', 'rbac.v3.RBAC', {
    rules: { policies: { staff: { permissions: [{ any: true }], principals: [...ids] } } },
  });

/** Tokens, and what filters make of what they say. */
export const tokenScenes: readonly Scene[] = [
  {
    name: 'a token that is required',
    manager: { route_config, http_filters: [jwt(required)] },
    rows: [
      ['a good one', bearer({ exp: seconds + 600 }), 'a'],
      ['one without an end', bearer({}), 'a'],
      ['none', {}, '401'],
      ['one of another issuer', bearer({ iss: 'https://other.example' }), '401'],
      ['one that expired', bearer({ exp: seconds - 600 }), '401'],
      ['one that expired just now, within the tolerance', bearer({ exp: seconds - 10 }), 'a'],
      ['one that is not valid yet', bearer({ nbf: seconds + 600 }), '401'],
      ['one that is valid soon, within the tolerance', bearer({ nbf: seconds + 10 }), 'a'],
      ['something else', { headers: [['authorization', 'Bearer none']] }, '401'],
      ['another scheme', { headers: [['authorization', 'Basic YTpi']] }, '401'],
      ['as a parameter', { path: `/?access_token=${signToken({ iss: issuer })}` }, 'a'],
      ['as a parameter of another name', { path: `/?token=${signToken({ iss: issuer })}` }, '401'],
    ],
  },
  {
    name: 'a token that is optional',
    manager: { route_config, http_filters: [jwt(optional)] },
    rows: [
      ['a good one', bearer({}), 'a'],
      ['none', {}, 'a'],
      ['one of another issuer', bearer({ iss: 'https://other.example' }), '401'],
      ['one that expired', bearer({ exp: 1 }), '401'],
    ],
  },
  {
    name: 'a token for an audience',
    manager: {
      route_config,
      http_filters: [jwt(required, { login: provider({ audiences: ['shop', 'https://b.example/'] }) })],
    },
    rows: [
      ['the right one', bearer({ aud: 'shop' }), 'a'],
      ['one of several', bearer({ aud: ['x', 'shop'] }), 'a'],
      ['without scheme and slash', bearer({ aud: 'b.example' }), 'a'],
      ['another one', bearer({ aud: 'shop2' }), '403'],
      ['none', bearer({}), '403'],
    ],
  },
  {
    name: 'a token elsewhere',
    manager: {
      route_config,
      http_filters: [
        jwt(required, {
          login: provider({
            from_headers: [{ name: 'x-token', value_prefix: 'T ' }],
            from_params: ['t'],
            from_cookies: ['session'],
          }),
        }),
      ],
    },
    rows: [
      ['in a header', { headers: [['x-token', `T ${signToken({ iss: issuer })}`]] }, 'a'],
      ['in a cookie', { headers: [['cookie', `a=b; session=${signToken({ iss: issuer })}`]] }, 'a'],
      ['in a parameter', { path: `/?t=${signToken({ iss: issuer })}` }, 'a'],
      ['in the usual header', bearer({}), '401'],
    ],
  },
  {
    name: 'several tokens',
    manager: {
      route_config,
      http_filters: [
        jwt(
          {
            requires_all: {
              requirements: [
                required,
                { provider_and_audiences: { provider_name: 'second', audiences: ['b'] } },
              ],
            },
          },
          { login: provider(), second: provider({ from_headers: [{ name: 'x-second' }] }) },
        ),
      ],
    },
    rows: [
      [
        'both',
        {
          headers: [
            ['authorization', `Bearer ${signToken({ iss: issuer })}`],
            ['x-second', signToken({ iss: issuer, aud: 'b' })],
          ],
        },
        'a',
      ],
      ['one of them', bearer({}), '401'],
      [
        'the second for somebody else',
        {
          headers: [
            ['authorization', `Bearer ${signToken({ iss: issuer })}`],
            ['x-second', signToken({ iss: issuer, aud: 'c' })],
          ],
        },
        '403',
      ],
    ],
  },
  {
    name: 'tokens that may fail',
    manager: { route_config, http_filters: [jwt({ allow_missing_or_failed: {} })] },
    rows: [
      ['none', {}, 'a'],
      ['one that expired', bearer({ exp: 1 }), 'a'],
    ],
  },
  {
    name: 'tokens and preflights',
    manager: { route_config, http_filters: [jwt(required, undefined, { bypass_cors_preflight: true })] },
    rows: [
      [
        'a preflight',
        {
          method: 'OPTIONS',
          headers: [
            ['origin', 'http://x'],
            ['access-control-request-method', 'GET'],
          ],
        },
        'a',
      ],
      ['what only looks like one', { method: 'OPTIONS', headers: [['origin', 'http://x']] }, '401'],
    ],
  },
  {
    name: 'access by what a token says',
    manager: {
      route_config,
      http_filters: [
        jwt(optional, {
          login: provider({ normalize_payload_in_metadata: { space_delimited_claims: ['scope'] } }),
        }),
        guard(
          claim(['payload', 'sub'], { string_match: { prefix: 'team-' } }),
          claim(['payload', 'groups'], { list_match: { one_of: { string_match: { exact: 'staff' } } } }),
          claim(['payload', 'scope'], { list_match: { one_of: { string_match: { exact: 'read' } } } }),
          claim(['payload', 'age'], { double_match: { range: { start: 18, end: 65 } } }),
          claim(['payload', 'realm', 'admin'], { bool_match: true }),
        ),
      ],
    },
    rows: [
      ['no token', {}, '403'],
      ['a token that says nothing', bearer({}), '403'],
      ['the subject', bearer({ sub: 'team-a' }), 'a'],
      ['another subject', bearer({ sub: 'guest' }), '403'],
      ['one of the groups', bearer({ groups: ['x', 'staff'] }), 'a'],
      ['none of the groups', bearer({ groups: ['x', 'staff2'] }), '403'],
      ['a group that is no list', bearer({ groups: 'staff' }), '403'],
      ['a word of the scope', bearer({ scope: 'write read' }), 'a'],
      ['part of a word of the scope', bearer({ scope: 'write reader' }), '403'],
      ['a number', bearer({ age: 18 }), 'a'],
      ['the end of the range', bearer({ age: 65 }), '403'],
      ['deep down', bearer({ realm: { admin: true } }), 'a'],
      ['deep down, but false', bearer({ realm: { admin: false } }), '403'],
    ],
  },
];
