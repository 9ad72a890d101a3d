import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { completeObject } from './complete-object.ts';

const deployment = (container: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  metadata: { name: 'web', ...metadata },
  spec: { template: { metadata, spec: { containers: [{ name: 'web', ...container }] } } },
});

test.each<[string, JsonObject, JsonObject]>([
  [
    'amounts in their shortest form',
    { resources: { limits: { cpu: '2000m', memory: '1024Mi' }, requests: { cpu: 0.5 } } },
    { resources: { limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '500m' } } },
  ],
  [
    'variables without an empty value',
    {
      env: [
        { name: 'A', value: '' },
        { name: 'B', value: '0' },
      ],
    },
    { env: [{ name: 'A' }, { name: 'B', value: '0' }] },
  ],
])('stores %s', (_, written, stored) => {
  const complete = completeObject(builtIn('Deployment'), deployment(written), false);
  expect(complete).toMatchObject({ spec: { template: { spec: { containers: [stored] } } } });
  expect(JSON.stringify(complete)).not.toContain('"value":""');
});

test.each<[string, JsonObject, JsonObject]>([
  ['no labels and annotations without any', { labels: {}, annotations: {} }, {}],
  ['those that say something', { labels: { a: '' } }, { labels: { a: '' } }],
])('stores %s', (_, written, stored) => {
  const complete = completeObject(builtIn('Deployment'), deployment({}, written), false);
  expect(complete.metadata).toEqual({ name: 'web', ...stored });
  expect(complete.spec).toMatchObject({ template: { metadata: stored } });
});
