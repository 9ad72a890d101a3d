import { describe, expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkVirtualService } from '../virtual-service.ts';

type Route = NonNullable<Parameters<typeof checkVirtualService>[0]['http']>[number];
type Row = readonly [string, Route, ...string[]];

const route = [{ destination: { host: 'reviews' } }];

/** Paths are counted from the route, which also goes to `reviews` unless it says otherwise. */
function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows.map(([title, given, ...expected]) => ({ title, given, expected })))(
      '$title',
      ({ given, expected }) => {
        const own = given.route ?? given.redirect ?? given.directResponse;
        const spec = { hosts: ['reviews'], http: [own === undefined ? { ...given, route } : given] };
        const found = problems(checkVirtualService, spec);
        expect(found.map((line) => line.replace(/spec\.http\[0\]\.?/, ''))).toEqual(expected);
      },
    );
  });
}

const destination = { host: 'reviews' };

table('a destination', [
  [
    'may have a subset and a port',
    { route: [{ destination: { host: 'a', subset: 'v1', port: { number: 80 } } }] },
  ],
  ['may be a wildcard', { route: [{ destination: { host: '*.example.com' } }] }],
  [
    'is not everything',
    { route: [{ destination: { host: '*' } }] },
    'destination/host-star route[0].destination.host',
  ],
  ['has a host', { route: [{ destination: {} }] }, 'host/empty route[0].destination.host'],
  [
    'has a well-formed host',
    { route: [{ destination: { host: 'a:80' } }] },
    'host/invalid route[0].destination.host',
  ],
  ['is there', { route: [{}] }, 'destination/required route[0].destination'],
  [
    'has a label as its subset',
    { route: [{ destination: { host: 'a', subset: 'v1.0' } }] },
    'subset/name-invalid route[0].destination.subset',
  ],
  ['may have an empty subset', { route: [{ destination: { host: 'a', subset: '' } }] }],
  [
    'has a port number when it has a port',
    { route: [{ destination: { host: 'a', port: {} } }] },
    'port/range route[0].destination.port.number',
  ],
  [
    'has no negative weight',
    { route: [{ destination, weight: -1 }] },
    'destination/weight-negative route[0].weight',
  ],
  [
    'has a weight where there are several',
    { route: [{ destination }, { destination, weight: 0 }] },
    'destination/total-weight-zero route',
  ],
  [
    'may have a weight of 0 beside another',
    {
      route: [
        { destination, weight: 0 },
        { destination, weight: 90 },
      ],
    },
  ],
  ['may have a weight of 0 alone', { route: [{ destination, weight: 0 }] }],
  [
    'has headers that may be changed',
    { route: [{ destination, headers: { response: { remove: ['host'] } } }] },
    'header/name-reserved route[0].headers.response.remove[0]',
  ],
]);

table('a mirror', [
  ['may get a share', { mirror: destination, mirrorPercentage: { value: 0.00001 } }],
  [
    'gets at most everything',
    { mirrorPercentage: { value: 101 } },
    'percent/mirror-range mirrorPercentage.value',
  ],
  [
    'gets at least nothing',
    { mirrorPercentage: { value: -1 } },
    'percent/mirror-range mirrorPercentage.value',
  ],
  ['has a host', { mirror: {} }, 'host/empty mirror.host'],
  [
    'is warned of the old percentage',
    { mirrorPercent: 0 },
    'virtualservice/deprecated-mirror-percent mirrorPercent',
  ],
  [
    'gets at most everything by the old percentage',
    { mirrorPercent: 101 },
    'percent/mirror-range mirrorPercent',
    'virtualservice/deprecated-mirror-percent mirrorPercent',
  ],
  ['may be one of several', { mirrors: [{ destination, percentage: { value: 100 } }] }],
  ['has a destination among several', { mirrors: [{}] }, 'destination/required mirrors[0].destination'],
  [
    'gets at most everything among several',
    { mirrors: [{ destination, percentage: { value: 100.5 } }] },
    'percent/mirror-range mirrors[0].percentage.value',
  ],
]);

table('a match', [
  [
    'may ask for anything',
    {
      match: [
        {
          uri: { prefix: '' },
          scheme: { exact: '' },
          method: { regex: 'GET|POST' },
          authority: { prefix: 'a' },
          headers: { 'x-user_id': {}, ':path': { exact: '/' } },
          queryParams: { q: { regex: '.*' } },
          withoutHeaders: { 'x-debug': { regex: '*' } },
          port: 0,
          sourceLabels: { app: '' },
          sourceNamespace: '',
          gateways: ['mesh', '/'],
        },
      ],
    },
  ],
  [
    'has a prefix that is not empty',
    { match: [{ method: { prefix: '' } }] },
    'match/prefix-empty match[0].method.prefix',
  ],
  [
    'has a regex that is not empty',
    { match: [{ uri: { regex: '' } }] },
    'match/regex-empty match[0].uri.regex',
  ],
  ['has a regex of RE2', { match: [{ uri: { regex: '(?=a)' } }] }, 'regex/invalid match[0].uri.regex'],
  [
    'has a regex for parameters, where a star is none',
    { match: [{ queryParams: { q: { regex: '*' } } }] },
    'regex/invalid match[0].queryParams.q.regex',
  ],
  [
    'has a regex for headers, where a star is none',
    { match: [{ headers: { a: { regex: '*' } } }] },
    'regex/invalid match[0].headers.a.regex',
  ],
  [
    'has a regex for absent headers that is not empty',
    { match: [{ withoutHeaders: { a: { regex: '' } } }] },
    'match/regex-empty match[0].withoutHeaders.a.regex',
  ],
  ['has names of headers', { match: [{ headers: { 'x y': {} } }] }, 'header/name-invalid match[0].headers'],
  [
    'has no empty names of headers',
    { match: [{ withoutHeaders: { '': {} } }] },
    'header/name-empty match[0].withoutHeaders',
  ],
  [
    'has known pseudo headers only',
    { match: [{ headers: { ':host': {} } }] },
    'header/name-invalid match[0].headers',
  ],
  [
    'has claims with a name only',
    { match: [{ headers: { '@request.auth.claims.': {}, '@request.auth.claims[]': {} } }] },
    'header/name-invalid match[0].headers',
    'header/name-invalid match[0].headers',
  ],
  ['has a port that exists', { match: [{ port: 65536 }] }, 'port/range match[0].port'],
  [
    'has well-formed labels',
    { match: [{ sourceLabels: { a: '*' } }] },
    'label/invalid match[0].sourceLabels.a',
  ],
  [
    'has a namespace',
    { match: [{ sourceNamespace: 'a.b' }] },
    'match/source-namespace match[0].sourceNamespace',
  ],
  ['names gateways', { match: [{ gateways: ['a/b/c'] }] }, 'gatewayref/invalid match[0].gateways[0]'],
  ['is not warned of gateways in the old form', { match: [{ gateways: ['a.b'] }] }],
]);

const set = (name: string, value: string): Route => ({ headers: { request: { set: { [name]: value } } } });

table('a header operation', [
  ['may set the host of a request', set('Host', 'a')],
  ['sets no other pseudo header', set(':path', '/'), 'header/name-reserved headers.request.set'],
  ['has a name', set('', 'a'), 'header/name-empty headers.request.set'],
  [
    'does not touch the host of a response',
    { headers: { response: { add: { host: 'a' } } } },
    'header/name-reserved headers.response.add',
  ],
  [
    'does not remove the host of a request',
    { headers: { request: { remove: ['x', 'HOST', ''] } } },
    'header/name-reserved headers.request.remove[1]',
    'header/name-empty headers.request.remove[2]',
  ],
  ['may add anything else', { headers: { response: { add: { 'x y': 'a' } } } }],
  [
    'sets the host once',
    { rewrite: { authority: 'a' }, headers: { request: { set: { host: 'b' } } } },
    'httproute/authority-set-twice ',
  ],
  [
    'sets the host once in headers',
    { headers: { request: { set: { host: 'b' }, add: { ':authority': 'c' } } } },
    'httproute/authority-set-twice ',
  ],
]);

describe('a header value', () => {
  test.each([
    ['plain text', 'text', true],
    ['nothing', '', true],
    ['a tab', 'a\tb', true],
    ['a line break', 'a\nb', false],
    ['a delete character', 'a\u007f', false],
    ['an escaped percent sign', '100%%', true],
    ['a bare percent sign', '100%', false],
    ['a percent sign before text', 'a % b', false],
    ['a command', 'a %HOSTNAME% b', true],
    ['a command and a percent sign', '%START_TIME%%', false],
    ['an argument', '%REQ(x-user)%', true],
    ['an argument without end', '%REQ(x-user%', false],
    ['an argument without a closing percent sign', '%REQ(x-user)', false],
    ['blanks around the parts', '%REQ( x ) %', true],
    ['no argument in parentheses', '%REQ()%', false],
    ['a list of texts', '%UPSTREAM_METADATA(["a", "b"])%', true],
    ['a list with blanks', '%UPSTREAM_METADATA( [ "a" , "b" ] )%', true],
    ['a list of something else', '%UPSTREAM_METADATA([a])%', false],
    ['a list without end', '%UPSTREAM_METADATA(["a")%', false],
    ['a list with a comma too many', '%UPSTREAM_METADATA(["a",])%', false],
    ['an escaped quote', '%UPSTREAM_METADATA(["a\\"b"])%', true],
    ['a text that ends with a backslash', '%REQ(a\\', false],
    ['two commands', '%A%%B%', true],
  ])('may be or not: %s', (_, value, valid) => {
    const spec = { hosts: ['reviews'], http: [{ ...set('x', value), route }] };
    expect(problems(checkVirtualService, spec)).toEqual(
      valid ? [] : ['header/value-invalid spec.http[0].headers.request.set.x'],
    );
  });
});

table('retries', [
  [
    'may be many',
    { retries: { attempts: 70000, perTryTimeout: '2s', backoff: '25ms', retryOn: '5xx,503,+429' } },
  ],
  ['may be off', { retries: { attempts: 0, backoff: '1s', retryOn: '' } }],
  ['are not fewer than none', { retries: { attempts: -1 } }, 'retry/attempts-negative retries.attempts'],
  ['have no policy when they are off', { retries: { retryOn: '5xx' } }, 'retry/disabled-with-policy retries'],
  [
    'have no time limit when they are off',
    { retries: { attempts: 0, perTryTimeout: '1s' } },
    'retry/disabled-with-policy retries',
  ],
  [
    'stay in no region when they are off',
    { retries: { retryRemoteLocalities: false } },
    'retry/disabled-with-policy retries',
  ],
  [
    'are for known conditions',
    { retries: { attempts: 1, retryOn: '5xx,oops' } },
    'retry/retry-on retries.retryOn',
  ],
  [
    'are written without blanks',
    { retries: { attempts: 1, retryOn: '5xx, reset' } },
    'retry/retry-on retries.retryOn',
  ],
  [
    'are for registered statuses',
    { retries: { attempts: 1, retryOn: '306' } },
    'retry/retry-on retries.retryOn',
  ],
  [
    'have durations',
    { retries: { attempts: 1, perTryTimeout: '1us', backoff: '0s' } },
    'duration/too-small retries.perTryTimeout',
    'duration/too-small retries.backoff',
  ],
]);

table('a fault', [
  [
    'may delay and abort',
    { fault: { delay: { fixedDelay: '5s', percentage: { value: 0.1 } }, abort: { httpStatus: 600 } } },
  ],
  ['may abort without saying how', { fault: { abort: { percentage: { value: 1 } } } }],
  ['does something', { fault: {} }, 'fault/empty fault'],
  ['has a status', { fault: { abort: { httpStatus: 199 } } }, 'http/status-range fault.abort.httpStatus'],
  ['may have a gRPC status', { fault: { abort: { grpcStatus: 'UNAVAILABLE' } } }],
  [
    'has a gRPC status in capitals',
    { fault: { abort: { grpcStatus: 'unavailable' } } },
    'fault/grpc-status fault.abort.grpcStatus',
  ],
  [
    'has no HTTP/2 error',
    { fault: { abort: { http2Error: 'X' } } },
    'fault/http2-unsupported fault.abort.http2Error',
  ],
  [
    'has no exponential delay',
    { fault: { delay: { exponentialDelay: '1s' } } },
    'fault/exponential-unsupported fault.delay.exponentialDelay',
  ],
  [
    'has a delay that counts',
    { fault: { delay: { fixedDelay: '0s' } } },
    'duration/too-small fault.delay.fixedDelay',
  ],
  [
    'has shares of requests',
    { fault: { delay: { percentage: { value: 0.00001 } }, abort: { percentage: { value: 101 } } } },
    'percent/fraction-range fault.abort.percentage.value',
    'percent/fraction-range fault.delay.percentage.value',
  ],
]);

table('a CORS policy', [
  [
    'may allow anything',
    {
      corsPolicy: {
        allowOrigins: [{ exact: '*' }, { prefix: 'https://' }, { regex: '.*' }],
        allowMethods: ['GET', '*'],
        allowHeaders: ['*', 'x-a'],
        exposeHeaders: ['x,b'],
        maxAge: '24h',
      },
    },
  ],
  [
    'has origins',
    { corsPolicy: { allowOrigins: [{ exact: '' }, {}, { regex: '[' }] } },
    'cors/origin-empty corsPolicy.allowOrigins[0]',
    'cors/origin-empty corsPolicy.allowOrigins[1]',
    'regex/invalid corsPolicy.allowOrigins[2].regex',
  ],
  [
    'has methods in capitals',
    { corsPolicy: { allowMethods: ['get'] } },
    'cors/method corsPolicy.allowMethods[0]',
  ],
  [
    'has names of headers',
    { corsPolicy: { allowHeaders: ['x y'], exposeHeaders: [''] } },
    'header/name-invalid corsPolicy.allowHeaders[0]',
    'header/name-empty corsPolicy.exposeHeaders[0]',
  ],
  ['lasts whole seconds', { corsPolicy: { maxAge: '1500ms' } }, 'cors/max-age-precision corsPolicy.maxAge'],
  ['lasts', { corsPolicy: { maxAge: '0s' } }, 'duration/too-small corsPolicy.maxAge'],
]);

table('a redirect', [
  [
    'may change everything',
    { redirect: { uri: '/', authority: 'a', port: 443, scheme: 'https', redirectCode: 308 } },
  ],
  ['may derive the port', { redirect: { derivePort: 'FROM_REQUEST_PORT' } }],
  ['may give a port of 0', { redirect: { port: 0 } }],
  ['changes something', { redirect: { redirectCode: 301 } }, 'redirect/empty redirect'],
  [
    'has a code of redirects',
    { redirect: { uri: '/', redirectCode: 299 } },
    'redirect/code redirect.redirectCode',
  ],
  ['has a known scheme', { redirect: { scheme: 'HTTPS' } }, 'redirect/scheme redirect.scheme'],
  ['has a port that exists', { redirect: { port: 65536 } }, 'port/range redirect.port'],
  [
    'may replace a prefix',
    { match: [{ uri: { prefix: '/a' } }, { port: 80 }], redirect: { prefixRewrite: '/b' } },
  ],
  [
    'replaces a path or a prefix',
    { redirect: { prefixRewrite: '/b', uri: '/c' } },
    'redirect/uri-and-prefix redirect',
  ],
  [
    'replaces only prefixes that are matched',
    { match: [{ uri: { exact: '/a' } }, { uri: {} }], redirect: { prefixRewrite: '/b' } },
    'redirect/prefix-needs-prefix-match match[0].uri',
    'redirect/prefix-needs-prefix-match match[1].uri',
  ],
]);

table('a rewrite', [
  ['may change the host', { rewrite: { authority: 'a' } }],
  ['may be by regex', { rewrite: { uriRegexRewrite: { match: '^/a', rewrite: '/b' } } }],
  ['changes something', { rewrite: {} }, 'rewrite/empty rewrite'],
  [
    'is by text or regex',
    { rewrite: { uri: '/', uriRegexRewrite: { match: '^/a', rewrite: '/b' } } },
    'rewrite/uri-and-regex rewrite',
  ],
  [
    'has a regex',
    { rewrite: { uriRegexRewrite: { rewrite: '/b' } } },
    'rewrite/regex rewrite.uriRegexRewrite.match',
  ],
  [
    'has a replacement',
    { rewrite: { uriRegexRewrite: { match: '/b', rewrite: '' } } },
    'rewrite/regex rewrite.uriRegexRewrite.rewrite',
  ],
  [
    'has a regex of RE2',
    { rewrite: { uriRegexRewrite: { match: 'a++', rewrite: '/b' } } },
    'regex/invalid rewrite.uriRegexRewrite.match',
  ],
]);

table('a direct response', [
  ['may be a status', { directResponse: { status: 600 } }],
  ['may have a body', { directResponse: { status: 200, body: { string: 'a'.repeat(100 * 1024) } } }],
  ['has a status', { directResponse: {} }, 'http/status-range directResponse.status'],
  [
    'is warned of a large body',
    { directResponse: { status: 200, body: { string: 'ä'.repeat(51_201) } } },
    'virtualservice/directresponse-large directResponse.body',
  ],
  [
    'has no huge body',
    { directResponse: { status: 200, body: { bytes: Buffer.alloc(1024 * 1024 + 1).toString('base64') } } },
    'directresponse/too-large directResponse.body',
  ],
]);
