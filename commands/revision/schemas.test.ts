import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import {
  describeRevisions,
  planTagRemove,
  planTagSet,
  type MeshRevisions,
} from '../../src/revision/index.ts';
import { injector, namespace, pod, twoRevisions } from '../../src/revision/testing.ts';
import { run } from '../testing/run.ts';
import { documentOf } from '../tag/print-tag-plan.ts';

/** Every object of the schema closed, so that a field without a description fails. */
function closed(name: string): ValidateFunction {
  const text = readFileSync(new URL(`../../docs/schemas/${name}.json`, import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(strict) as object);
}

const gateway = {
  ...{ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' },
  metadata: { name: 'g', namespace: 'shop' },
  spec: { gatewayClassName: 'istio-waypoint' },
};
const objects = [
  ...twoRevisions,
  namespace('shop', { 'istio.io/rev': 'prod' }),
  namespace('lost', { 'istio.io/rev': 'old' }),
  pod('shop/a', 'canary'),
  gateway,
];
const stdin = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
const header = { apiVersion: 'meshctl.dev/v1' };

function expectToFit(schema: string, document: unknown): void {
  const validate = closed(schema);
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ ...(document as object), extra: 1 })).toBe(false);
}

test.each([
  ['revision-list', ['list']],
  ['revision-description', ['describe']],
])('%s', async (schema, words) => {
  const { out } = await run(['revision', ...words, '--from', '-', '-o', 'json'], { stdin });
  expectToFit(schema, JSON.parse(out));
});

test('revision-list with connected proxies', () => {
  const mesh: MeshRevisions = describeRevisions({
    objects,
    proxies: new Map([['canary', { connected: 1, synced: 1 }]]),
    missing: ['Pod: no'],
  });
  expectToFit('revision-list', { ...header, kind: 'RevisionList', ...mesh });
});

const plans: readonly (readonly [string, object])[] = [
  ['a tag that moves', documentOf(planTagSet(set({ overwrite: true })), false)],
  ['overlaps and notices', documentOf(planTagSet(set({ tag: 'canary', overwrite: true })), true)],
  ['a removed tag', documentOf(planTagRemove({ tag: 'prod', objects }), true)],
];
test.each(plans)('tag-plan: %s', (_, body) => {
  expectToFit('tag-plan', JSON.parse(JSON.stringify({ ...header, kind: 'TagPlan', ...body })));
});

function set(parts: { readonly tag?: string; readonly overwrite: boolean }) {
  const bare = [...objects.slice(2), injector('default', { caBundle: '' }), injector('canary')];
  return { tag: 'prod', revision: 'default', namespace: 'istio-system', objects: bare, ...parts };
}
