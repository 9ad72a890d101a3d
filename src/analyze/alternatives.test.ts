import { expect, test } from 'vitest';
import { readText, type ReadResult } from '../resources/index.ts';
import { analyze } from './analyze.ts';

const gateway = (host: string, port: number): string => `
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: front, namespace: edge }
spec:
  selector: { istio: front }
  servers:
    - port: { number: ${port}, name: http, protocol: HTTP }
      hosts: [${host}]
`;
const route = (host: string, name = 'shop', gateways = 'edge/front'): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name}, namespace: shop }
spec:
  hosts: [${host}]
  gateways: [${gateways}]
  http: [{ redirect: { uri: /new } }]
`;

/** The files of a folder, each with its documents. */
function read(files: Readonly<Record<string, readonly string[]>>): ReadResult {
  const reads = Object.entries(files).map(([file, texts]) => readText(texts.join('---'), file));
  return {
    documents: reads.flatMap(({ documents }) => documents),
    resources: reads.flatMap(({ resources }) => resources),
    files: reads.length,
    notices: [],
  };
}

const rules = ['virtualservice/host-not-in-gateway', 'virtualservice/gateway-not-found'];
const foundIn = async (files: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> => {
  const { findings } = await analyze(read(files), { assume: 'complete', only: rules, cwd: '/mesh' });
  return findings.filter(({ rule }) => rules.includes(rule)).map(({ file, rule }) => `${file} ${rule}`);
};

const test1 = [gateway('shop.test', 80), route('shop.test')];
const prod1 = [gateway('shop.example', 80), route('shop.example')];

test.each([
  ['environments define the same objects', { 'prod/a.yaml': prod1, 'test/a.yaml': test1 }, []],
  [
    'the Gateway of an environment does not take the host, while that of another does',
    { 'prod/a.yaml': prod1, 'test/a.yaml': [gateway('shop.test', 80), route('shop.example')] },
    ['test/a.yaml virtualservice/host-not-in-gateway'],
  ],
  [
    'something is defined in another environment alone',
    {
      'prod/a.yaml': [...prod1, gateway('x', 80).replace('front', 'rear')],
      'test/a.yaml': [gateway('shop.test', 80), route('shop.test', 'shop', 'edge/rear')],
    },
    ['test/a.yaml virtualservice/host-not-in-gateway'],
  ],
  [
    'what environments share refers to an object of each',
    { 'prod/a.yaml': prod1, 'shared/a.yaml': [route('shop.example', 'other')], 'test/a.yaml': test1 },
    [],
  ],
  [
    'what environments share refers to nothing',
    {
      'prod/a.yaml': prod1,
      'shared/a.yaml': [route('shop.example', 'other', 'edge/none')],
      'test/a.yaml': test1,
    },
    ['shared/a.yaml virtualservice/gateway-not-found'],
  ],
  [
    'environments of two services define the same objects each',
    {
      'cart/prod/a.yaml': [route('shop.example', 'cart')],
      'cart/test/a.yaml': [route('shop.test', 'cart')],
      'edge/prod/a.yaml': [gateway('shop.example', 80)],
      'edge/test/a.yaml': [gateway('shop.test', 80)],
    },
    [],
  ],
] as const)('%s', async (_, files, expected) => {
  expect(await foundIn(files)).toEqual(expected);
});
