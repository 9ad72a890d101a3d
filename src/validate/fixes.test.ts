import { expect, test } from 'vitest';
import { readText } from '../resources/index.ts';
import { applied } from '../resources/edit/testing/applied.ts';
import { validate, type ValidateOptions } from './validate.ts';

/** The text with the fixes of all its findings made, and what they say; undefined when there are none. */
async function fixed(text: string, options: ValidateOptions = {}) {
  const { findings } = await validate(readText(text, 'a.yaml'), options);
  const fixes = findings.flatMap((finding) => finding.fixes);
  const edits = fixes
    .flatMap((fix) => fix.edits)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column);
  return fixes.length === 0
    ? undefined
    : { text: applied(text, edits), done: fixes.map(({ description }) => description) };
}

const heads = {
  peer: 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: a\n',
  virtual: 'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata:\n  name: a\n',
  rule: 'apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: a\n',
  service: 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n',
};
type Head = keyof typeof heads;
const route = (lines: string): string =>
  `spec:\n  hosts: [a]\n  http:\n    - route: [{destination: {host: a}}]\n${lines}`;

test.each<[string, Head, string, string, string]>([
  [
    'a misspelt field',
    'peer',
    'spec:\n  mtlss: # why\n    mode: STRICT\n',
    'spec:\n  mtls: # why\n    mode: STRICT\n',
    'rename `mtlss` to `mtls`',
  ],
  [
    'a misspelt field above all others',
    'peer',
    'sepc:\n  mtls:\n    mode: STRICT\n',
    'spec:\n  mtls:\n    mode: STRICT\n',
    'rename `sepc` to `spec`',
  ],
  [
    'the protobuf spelling of a field',
    'rule',
    'spec:\n  host: a\n  traffic_policy: {}\n',
    'spec:\n  host: a\n  trafficPolicy: {}\n',
    'rename `traffic_policy` to `trafficPolicy`',
  ],
  [
    'a value in the wrong case',
    'peer',
    'spec: {mtls: {mode: Strict}}\n',
    'spec: {mtls: {mode: STRICT}}\n',
    'replace "Strict" by "STRICT"',
  ],
  [
    'a misspelt value in quotes',
    'peer',
    'spec:\n  mtls:\n    mode: "STRIKT"\n',
    'spec:\n  mtls:\n    mode: "STRICT"\n',
    'replace "STRIKT" by "STRICT"',
  ],
  [
    'a deprecated value',
    'rule',
    'spec:\n  host: a\n  trafficPolicy: {loadBalancer: {simple: LEAST_CONN}}\n',
    'spec:\n  host: a\n  trafficPolicy: {loadBalancer: {simple: LEAST_REQUEST}}\n',
    'replace "LEAST_CONN" by "LEAST_REQUEST"',
  ],
  [
    'a deprecated share of delayed requests',
    'virtual',
    route('      fault:\n        delay:\n          percent: 5 # few\n          fixedDelay: 1s\n'),
    route(
      '      fault:\n        delay:\n          percentage:\n            value: 5 # few\n          fixedDelay: 1s\n',
    ),
    'use `percentage.value` instead of `percent`',
  ],
  [
    'a deprecated share of copies',
    'virtual',
    route('      mirror_percent: 5\n      mirror: {host: b}\n'),
    route('      mirrorPercentage:\n        value: 5\n      mirror: {host: b}\n'),
    'use `mirrorPercentage.value` instead of `mirror_percent`',
  ],
  [
    'a deprecated list of origins',
    'virtual',
    route('      corsPolicy:\n        allowOrigin:\n        - "https://a" # b\n        - https://c\n'),
    route(
      '      corsPolicy:\n        allowOrigins:\n        - exact: "https://a" # b\n        - exact: https://c\n',
    ),
    'use `allowOrigins` instead of `allowOrigin`',
  ],
  [
    'a deprecated list of origins in brackets',
    'virtual',
    route('      corsPolicy: {allowOrigin: [a, "b"]}\n'),
    route('      corsPolicy: {allowOrigins: [{ exact: a }, { exact: "b" }]}\n'),
    'use `allowOrigins` instead of `allowOrigin`',
  ],
  [
    'a deprecated size of a ring',
    'rule',
    'spec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n      consistentHash:\n        useSourceIp: true\n        minimumRingSize: 9\n',
    'spec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n      consistentHash:\n        useSourceIp: true\n        ringHash:\n          minimumRingSize: 9\n',
    'use `ringHash.minimumRingSize` instead of `minimumRingSize`',
  ],
  [
    'a number in quotes',
    'virtual',
    'spec:\n  hosts: [a]\n  tcp:\n    - route: [{destination: {host: a, port: {number: "80"}}}]\n',
    'spec:\n  hosts: [a]\n  tcp:\n    - route: [{destination: {host: a, port: {number: 80}}}]\n',
    'replace "80" by 80',
  ],
  [
    'a boolean in quotes',
    'virtual',
    route('      match: [{uri: {prefix: /}, ignoreUriCase: "True"}]\n'),
    route('      match: [{uri: {prefix: /}, ignoreUriCase: true}]\n'),
    'replace "True" by true',
  ],
  [
    'a number as a label',
    'peer',
    '  labels:\n    version: 1.10\nspec: {}\n',
    '  labels:\n    version: "1.10"\nspec: {}\n',
    'put the value in quotes',
  ],
  [
    'a boolean as an annotation',
    'peer',
    "  annotations: {'x': yes}\nspec: {}\n",
    '  annotations: {\'x\': "yes"}\nspec: {}\n',
    'put the value in quotes',
  ],
  [
    'seconds without a unit',
    'virtual',
    route('      timeout: 5 # s\n'),
    route('      timeout: 5s # s\n'),
    'replace 5 by "5s"',
  ],
  [
    'seconds without a unit in quotes',
    'virtual',
    route('      timeout: "5"\n'),
    route('      timeout: "5s"\n'),
    'replace "5" by "5s"',
  ],
  [
    'a unit that is written out',
    'virtual',
    route('      timeout: 2 Minutes\n'),
    route('      timeout: 2m\n'),
    'replace "2 Minutes" by "2m"',
  ],
  ['days', 'virtual', route('      timeout: 2d\n'), route('      timeout: 48h\n'), 'replace "2d" by "48h"'],
  [
    'a gateway in the old form',
    'virtual',
    'spec:\n  hosts: [a]\n  gateways:\n    - gate.edge # old\n  http: [{route: [{destination: {host: a}}]}]\n',
    'spec:\n  hosts: [a]\n  gateways:\n    - edge/gate # old\n  http: [{route: [{destination: {host: a}}]}]\n',
    'write "edge/gate"',
  ],
  [
    'a port without a name',
    'service',
    'spec:\n  ports:\n    - port: 80\n      targetPort: 8080 # x\n',
    'spec:\n  ports:\n    - port: 80\n      targetPort: 8080 # x\n      name: http\n',
    'name the port `http`',
  ],
])('%s', async (_name, head, before, after, description) => {
  expect(await fixed(heads[head] + before)).toEqual({ text: heads[head] + after, done: [description] });
});

test.each<[string, string, string]>([
  [
    'a misspelt kind',
    'apiVersion: security.istio.io/v1\nkind: PeerAuthenticaton # x\n',
    'apiVersion: security.istio.io/v1\nkind: PeerAuthentication # x\n',
  ],
  [
    'a misspelt group',
    'apiVersion: networking.istio.oi/v1\nkind: VirtualService\n',
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\n',
  ],
  [
    'the group of another kind',
    'apiVersion: security.istio.io/v1\nkind: VirtualService\n',
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\n',
  ],
  [
    'a kind in the wrong case',
    '{"apiVersion": "networking.istio.io/v1", "kind": "Virtualservice"}',
    '{"apiVersion": "networking.istio.io/v1", "kind": "VirtualService"}',
  ],
  [
    'a key of the type in the wrong case',
    'apiversion: networking.istio.io/v1\nkind: VirtualService\nspec: {}\nmetadata: {name: a}\n',
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nspec: {}\nmetadata: {name: a}\n',
  ],
  ['a key given twice', 'a:\n  b: 1 # c\n  d: [2]\n  b: 1\ne: 3\n', 'a:\n  b: 1 # c\n  d: [2]\ne: 3\n'],
  ['a key given twice after a dash', 'a:\n  - b: 1\n    b: 1 # c\n  - b: 2\n', 'a:\n  - b: 1\n  - b: 2\n'],
  ['an object given twice', 'x: 0\na:\n  b: 1\n  c: 2\na:\n  b: 1\n  c: 2', 'x: 0\na:\n  b: 1\n  c: 2\n'],
  ['a key given twice in JSON', '{"a": {"b": 1, "b": 1, "c": 2}}', '{"a": {"b": 1, "c": 2}}'],
  ['a key given twice in the second document', 'a: 1\n---\nb: 1\nb: 1\n', 'a: 1\n---\nb: 1\n'],
])('%s', async (_name, before, after) => {
  expect((await fixed(before))?.text).toBe(after);
});

test.each<[string, string]>([
  ['a field that could be two', `${heads.virtual}${route('      mirrorr: {host: a}\n')}`],
  ['a misspelt field beside the right one', `${heads.peer}spec:\n  mtls: {}\n  mtlss: {}\n`],
  ['a field that takes something else', `${heads.peer}spec:\n  mtlss: STRICT\n`],
  ['the start of a field only', `${heads.rule}spec:\n  host: a\n  traffic: {}\n`],
  ['both spellings of a field', `${heads.rule}spec:\n  host: a\n  traffic_policy: {}\n  trafficPolicy: {}\n`],
  ['a value that is like none', `${heads.peer}spec: {mtls: {mode: TLS}}\n`],
  [
    'a deprecated field beside its successor',
    `${heads.virtual}${route('      mirror: {host: b}\n      mirrorPercent: 5\n      mirrorPercentage: {value: 6}\n')}`,
  ],
  [
    'a deprecated field with two successors',
    `${heads.rule}spec:\n  host: a\n  trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}\n`,
  ],
  ['milliseconds or seconds', `${heads.virtual}${route('      timeout: 500\n')}`],
  ['minutes or months', `${heads.virtual}${route('      timeout: 5M\n')}`],
  ['a number that is too large', `${heads.virtual}${route('      retries: {attempts: "99999999999"}\n')}`],
  ['text that begins like a number', `${heads.virtual}${route('      retries: {attempts: "5x"}\n')}`],
  ['an object where text is asked for', `${heads.peer}  labels: {a: {}}\nspec: {}\n`],
  ['a port of an unknown service without a name', `${heads.service}spec: {ports: [{port: 9000}]}\n`],
  [
    'a port whose name another one has',
    `${heads.service}spec: {ports: [{port: 80}, {port: 81, name: http}]}\n`,
  ],
  ['a kind of two groups in a third', 'apiVersion: security.istio.io/v1\nkind: Gateway\n'],
  ['a key given twice with two values', 'a: 1\na: 2\n'],
  ['a key given twice in two spellings', 'a: "x"\na: x\n'],
  ['a value behind an alias', `${heads.peer}  labels: {a: &x 5, b: *x}\nspec: {}\n`],
])('no fix for %s', async (_name, text) => {
  const { findings } = await validate(readText(text, 'a.yaml'));
  expect(findings.length).toBeGreaterThan(0);
  expect(await fixed(text)).toBeUndefined();
});

test('an item of a List is fixed where it stands', async () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: security.istio.io/v1\n  kind: PeerAuthentication\n  metadata: {name: a}\n  spec: {mtls: {mode: strict}}\n`;
  expect((await fixed(list))?.text).toBe(list.replace('strict', 'STRICT'));
});
