import { expect, it } from 'vitest';
import { readRulePage } from '../../testing/rule-page.ts';
import { analyzeExample } from '../../testing/analyze-example.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { object } from './testing.ts';

// Valid until 2027-01-01, and not that of a CA.
const pem =
  /-----BEGIN CERTIFICATE-----[^]*-----END CERTIFICATE-----/.exec(
    readRulePage(certificateExpiring.slug).reported[0]?.text ?? '',
  )?.[0] ?? '';
const text = pem.replace(/\n */g, '\n');
const secret = (data: string): string => object('Secret', 'edge/a', data);
const plain = JSON.stringify(text);
const encoded = Buffer.from(text).toString('base64');

async function found(input: string, now: string): Promise<string[]> {
  const { findings } = await analyzeExample(
    { text: input, words: [`now=${now}`] },
    { only: [certificateExpiring.slug] },
  );
  return findings.map(({ path, message }) => `${path}: ${message}`);
}

it.each([
  [
    'tells the days that are left',
    secret(`stringData: {tls.crt: ${plain}}`),
    '2026-12-20',
    ['stringData["tls.crt"]: the certificate tls.crt expires in 12 days'],
  ],
  [
    'tells the last day',
    secret(`data: {tls.crt: ${encoded}}`),
    '2026-12-31T12:00:00Z',
    ['data["tls.crt"]: the certificate tls.crt expires today'],
  ],
  [
    'tells of one that has expired',
    secret(`data: {tls.crt: ${encoded}}`),
    '2027-02-01',
    ['data["tls.crt"]: the certificate tls.crt has expired'],
  ],
  ['is silent a month before', secret(`data: {tls.crt: ${encoded}}`), '2026-11-30', []],
  [
    'reads each of several',
    secret(`stringData: {ca.crt: ${JSON.stringify(`${text}\n${text}`)}}`),
    '2026-12-20',
    ['stringData["ca.crt"]: the certificate ca.crt expires in 12 days'],
  ],
  [
    'reads ConfigMaps',
    object('ConfigMap', 'istio-system/istio-ca-root-cert', `data: {root-cert.pem: ${plain}}`),
    '2026-12-20',
    ['data["root-cert.pem"]: the certificate root-cert.pem expires in 12 days'],
  ],
  [
    'passes over what is no certificate',
    secret('stringData: {tls.crt: "-----BEGIN CERTIFICATE-----\\nYQ==\\n-----END CERTIFICATE-----"}'),
    '2026-12-20',
    [],
  ],
])('%s', async (_, input, now, expected) => {
  expect(await found(input, now)).toEqual(expected);
});
