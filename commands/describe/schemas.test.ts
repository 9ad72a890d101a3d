import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

/** Every object of the schema closed, so that a field without a description fails. */
function closed(name: string): ValidateFunction {
  const text = readFileSync(`${cwd}/docs/schemas/${name}.json`, 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(strict) as object);
}

const pod = ['describe', 'pod', 'kettle-v1-6d4c9f-x2x7k.tea', 'testdata/describe'];
const dump = '{"configs": [{"@type": "type.googleapis.com/envoy.admin.v3.ListenersConfigDump"}]}';

test.each([
  ['pod-description', pod],
  ['pod-description', [...pod, '--dump', 'testdata/proxy/config-dump.json']],
  ['pod-description', ['describe', 'pod', 'orders.bookshop', 'testdata/bookshop']],
  ['service-description', ['describe', 'service', 'kettle.tea', 'testdata/describe']],
  [
    'service-description',
    [
      ...['describe', 'service', 'orders.bookshop', 'testdata/bookshop'],
      ...['--gateway-dump', 'testdata/proxy/config-dump.json'],
    ],
  ],
  ['workload-policy-list', ['authz', 'check', pod[2] ?? '', '--policies', 'testdata/describe']],
  ['access-check', ['authz', 'check', '-f', '-', '--request', 'GET http://kettle:80/']],
])('%s: %j', async (schema, argv) => {
  const { out } = await run([...argv, '-o', 'json'], { cwd, stdin: dump });
  const document = JSON.parse(out) as Record<string, unknown>;
  const validate = closed(schema);
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ ...document, extra: 1 })).toBe(false);
});
