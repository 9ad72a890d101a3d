import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { applyTo, takeOver, updateTo, managersOf } from './index.ts';

const object = (fields: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', labels: { app: 'cart' } },
  ...fields,
});
const entries = (of: JsonObject): unknown => (of.metadata as JsonObject).managedFields;
const update = { operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1' };
const template = (image: string): JsonObject => ({ spec: { containers: [{ name: 'main', image }] } });
const made = updateTo(undefined, object({ spec: { replicas: 1, template: template('a') } }), {
  manager: 'helm',
});

test('who makes an object owns all of it, but for what every object of the kind has', () => {
  expect(entries(made)).toEqual([
    {
      ...update,
      manager: 'helm',
      fieldsV1: {
        'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
        'f:spec': {
          'f:replicas': {},
          'f:template': {
            'f:spec': {
              'f:containers': { 'k:{"name":"main"}': { '.': {}, 'f:image': {}, 'f:name': {} } },
            },
          },
        },
      },
    },
  ]);
});

test('who changes a field owns it from then on', () => {
  const next = { ...made, spec: { replicas: 2, template: template('a') } };
  const changed = updateTo(made, next, { manager: 'kubectl', time: '2026-01-01T00:00:00Z' });
  expect(managersOf(changed).map(({ manager }) => manager)).toEqual(['helm', 'kubectl']);
  expect(entries(changed)).toContainEqual({
    ...update,
    ...{ manager: 'kubectl', time: '2026-01-01T00:00:00Z', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
  });
  expect(JSON.stringify(managersOf(changed)[0]?.fields.below.get('f:spec'))).not.toContain('replicas');
});

test('a field that is removed has no manager', () => {
  const changed = updateTo(made, { ...made, spec: { template: template('a') } }, { manager: 'kubectl' });
  expect(JSON.stringify(entries(changed))).not.toContain('replicas');
});

test('a status belongs to the subresource', () => {
  const next = { ...made, status: { replicas: 1 } };
  const changed = updateTo(made, next, { manager: 'controller', subresource: 'status' });
  expect(entries(changed)).toContainEqual({
    ...update,
    manager: 'controller',
    subresource: 'status',
    fieldsV1: { 'f:status': { 'f:replicas': {} } },
  });
  expect(entries(updateTo(made, next, { manager: 'other' }))).toEqual(entries(made));
});

test.each<[string, JsonObject[], unknown]>([
  ['one empty entry forgets all managers', [{}], undefined],
  ['an empty list leaves them', [], entries(made)],
])('of managed fields that are written, %s', (_, managedFields, left) => {
  const next = { ...made, metadata: { ...(made.metadata as JsonObject), managedFields } };
  expect(entries(updateTo(made, next, { manager: 'kubectl' }))).toEqual(left);
});

test('taking over leaves the values, and the entries of others', () => {
  const applied = applyTo(made, object({ spec: { paused: true } }), { manager: 'meshctl' }).object;
  const scaled = updateTo(
    applied,
    { ...applied, spec: { replicas: 3, paused: true, template: template('a') } },
    { manager: 'hpa', subresource: 'scale' },
  );
  const taken = takeOver(entries(scaled) as JsonObject[], ({ manager }) => manager !== 'other', 'meshctl');
  const metadata = { ...(scaled.metadata as JsonObject), managedFields: taken };
  expect(managersOf({ metadata }).map(({ manager, operation }) => `${manager} ${operation}`)).toEqual([
    'meshctl Apply',
    'hpa Update',
  ]);
  const next = applyTo({ ...scaled, metadata }, object({ spec: { paused: true } }), { manager: 'meshctl' });
  expect(next.object.spec).toEqual({ replicas: 3, paused: true });
});

test('taking over from nobody changes nothing', () => {
  expect(takeOver(entries(made) as JsonObject[], () => false, 'meshctl')).toEqual(entries(made));
});
