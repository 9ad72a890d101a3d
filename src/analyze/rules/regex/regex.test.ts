import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { regexRules } from './index.ts';

const only = regexRules.map(({ slug }) => slug);

async function found(text: string): Promise<string[]> {
  const { findings } = await analyzeExample({ text, words: [] }, { only });
  return findings.map(({ rule, path }) => `${rule} ${path}`).sort();
}

const route = (http: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: books, namespace: storefront }
spec:
  hosts: [books]
  http:
    - { ${http}, route: [{ destination: { host: books } }] }
`;
const match = (text: string): string => route(`match: [{ ${text} }]`);
const origin = (regex: string): string => route(`corsPolicy: { allowOrigins: [{ regex: '${regex}' }] }`);
const rewrite = (regex: string, text: string): string =>
  route(`rewrite: { uriRegexRewrite: { match: '${regex}', rewrite: '${text}' } }`);

describe('a VirtualService', () => {
  it.each([
    [
      'has expressions in every part of a match',
      match(`
        uri: { regex: /a }, scheme: { regex: http }, method: { regex: GET }, authority: { regex: localhost },
        headers: { x-a: { regex: b } }, withoutHeaders: { x-b: { regex: b } }, queryParams: { q: { regex: b } }`),
      [
        'regex/plain spec.http[0].match[0].authority.regex',
        'regex/plain spec.http[0].match[0].headers.x-a.regex',
        'regex/plain spec.http[0].match[0].method.regex',
        'regex/plain spec.http[0].match[0].queryParams.q.regex',
        'regex/plain spec.http[0].match[0].scheme.regex',
        'regex/plain spec.http[0].match[0].uri.regex',
        'regex/plain spec.http[0].match[0].withoutHeaders.x-b.regex',
      ],
    ],
    ['may ask for absence with a star', match(`withoutHeaders: { x-b: { regex: '*' } }`), []],
    ['has no prefixes for query parameters', match('queryParams: { q: { regex: a.* } }'), []],
    ['may need the case of a path', match('uri: { regex: /a }, ignoreUriCase: true'), []],
    ['is not judged by an expression that is not valid', match(`uri: { regex: '/a(' }`), []],
    ['looks for a part of the path in a rewrite', rewrite('/a', '/b'), []],
    ['may have dots in paths', match('uri: { regex: /robots.txt }'), []],
    [
      'has host names in headers, too',
      match(`headers: { ':authority': { regex: '(a|b).example.com' } }`),
      ['regex/unescaped-dot spec.http[0].match[0].headers[":authority"].regex'],
    ],
    ['may use a dot for one character of a label', origin(String.raw`https://shop-.\.example\.com`), []],
    ['may repeat a dot', origin(String.raw`https://.*\.example\.com(:\d+)?`), []],
    ['may have a dot in a class', origin('https://[a-z.]+[.]example[.]com'), []],
    [
      'lets in names with any ending of a domain',
      origin(String.raw`https?://.+example\.com(:\d+)?`),
      ['regex/open-host spec.http[0].corsPolicy.allowOrigins[0].regex'],
    ],
    ['may end a wildcard with a hyphen', origin(String.raw`https://.*-example\.com`), []],
    ['may escape a star', origin(String.raw`https://\.*\.example\.com`), []],
    ['may write the whole match', rewrite('^/a', String.raw`/b\0`), []],
    ['may write a backslash', rewrite('^/a', String.raw`/b\\1`), []],
    [
      'may not end a replacement with a backslash',
      rewrite('^/a', '/b\\'),
      ['regex/rewrite-group spec.http[0].rewrite.uriRegexRewrite.rewrite'],
    ],
    ['does not count groups without a number', rewrite('^/(?:a|b)/(c)', String.raw`/\1`), []],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

it('judges routes of Gateway API, where a prefix is another thing', async () => {
  const text = `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: books, namespace: storefront }
spec:
  rules:
    - matches:
        - path: { type: RegularExpression, value: /books/.* }
          headers: [{ type: RegularExpression, name: origin, value: 'https://.*example\\.com' }]
          queryParams: [{ type: Exact, name: q, value: '^a' }]
        - path: { type: RegularExpression, value: '/books/[a-z]{1,800}' }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: { name: books, namespace: storefront }
spec:
  rules:
    - matches:
        - method: { type: RegularExpression, service: a/b, method: ^Find }
`;
  expect(await found(text)).toEqual([
    'regex/costly spec.rules[0].matches[1].path.value',
    'regex/open-host spec.rules[0].matches[0].headers[0].value',
    'regex/plain spec.rules[0].matches[0].method.method',
  ]);
});

describe('an AuthorizationPolicy', () => {
  const policy = (rule: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: books, namespace: storefront }
spec:
  rules:
    - ${rule}
`;

  it.each([
    [
      'with stars at the ends',
      'to: [{ operation: { hosts: ["*.example.com", "shop.*"], paths: ["/a*", "*.txt"] } }]',
      [],
    ],
    ['with templates', 'to: [{ operation: { paths: ["/books/{*}/pages/{**}"] } }]', []],
    ['with several methods', 'to: [{ operation: { methods: [GET, POST] } }]', []],
    [
      'with a choice of methods',
      'to: [{ operation: { methods: ["GET|POST"] } }]',
      ['regex/in-policy spec.rules[0].to[0].operation.methods[0]'],
    ],
    [
      'with an anchored path that is not to be',
      'to: [{ operation: { notPaths: [/health, "^/admin"] } }]',
      ['regex/in-policy spec.rules[0].to[0].operation.notPaths[1]'],
    ],
    [
      'with a wildcard inside of a principal',
      'from: [{ source: { principals: ["cluster.local/ns/.*/sa/books"] } }]',
      ['regex/in-policy spec.rules[0].from[0].source.principals[0]'],
    ],
    [
      'with a wildcard between two segments of a path',
      'to: [{ operation: { paths: ["/v1/*/charges"] } }]',
      ['regex/in-policy spec.rules[0].to[0].operation.paths[0]'],
    ],
    [
      'with a wildcard at either end',
      'to: [{ operation: { hosts: ["*.example.com:*"] } }]',
      ['regex/in-policy spec.rules[0].to[0].operation.hosts[0]'],
    ],
    [
      'with a wildcard at one end, or alone',
      'from: [{ source: { principals: ["*"], namespaces: ["*-prod", "shop-*"] } }]',
      [],
    ],
    ['with a template of a path', 'to: [{ operation: { paths: ["/v1/{*}/charges"] } }]', []],
    ['with brackets of a real path', 'to: [{ operation: { paths: ["/a(b)/c[1]"] } }]', []],
    ['without anything', '{}', []],
  ])('%s', async (_, rule, expected) => {
    expect(await found(policy(rule))).toEqual(expected);
  });
});
