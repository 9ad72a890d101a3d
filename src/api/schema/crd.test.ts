import { expect, test } from 'vitest';
import { message, string } from './fields.ts';
import { crdOf } from './crd.ts';
import { gatewayApiKind } from '../gateway-api/gateway-api-kind.ts';

const spec = message('What the user asks for.', {
  name: string('A name.', {
    maxLength: 9,
    cel: [{ rule: 'self != ""', message: 'Not empty.', sameAs: 'a/b' }],
  }),
  old: string('An old field.', { deprecated: 'drop it', protoName: 'old_field' }),
  trial: string('A new field.', { experimental: true }),
  value: string('A value.', { pattern: '^a$', standard: { pattern: undefined } }),
});

const Widget = gatewayApiKind({
  group: 'widgets.example.com',
  kind: 'Widget',
  plural: 'widgets',
  shortNames: ['wd'],
  scope: 'Namespaced',
  annotations: { note: 'x' },
  channels: ['standard', 'experimental'],
  unservedInStandard: ['v1alpha1'],
  versions: [
    { name: 'v1', storage: true, schema: message('A widget.', { spec }, { required: ['spec'] }) },
    { name: 'v1alpha1', deprecated: true, statusSubresource: false, schema: message('A widget.', { spec }) },
  ],
});

const version = (channel: 'standard' | 'experimental', index: number) =>
  (crdOf(Widget, channel).spec as { versions: Record<string, unknown>[] }).versions[index];

test('names and versions stand where Kubernetes looks for them', () => {
  expect(crdOf(Widget, 'standard')).toMatchObject({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.widgets.example.com', annotations: { note: 'x' } },
    spec: {
      group: 'widgets.example.com',
      scope: 'Namespaced',
      names: {
        kind: 'Widget',
        listKind: 'WidgetList',
        plural: 'widgets',
        singular: 'widget',
        shortNames: ['wd'],
      },
      versions: [
        { name: 'v1', served: true, storage: true, subresources: { status: {} } },
        { name: 'v1alpha1', served: false, storage: false, deprecated: true, subresources: {} },
      ],
    },
  });
});

test('what meshctl knows beyond OpenAPI stays out of the schema', () => {
  expect(version('experimental', 0)?.schema).toEqual({
    openAPIV3Schema: {
      type: 'object',
      description: 'A widget.',
      required: ['spec'],
      properties: {
        spec: {
          type: 'object',
          description: 'What the user asks for.',
          properties: {
            name: {
              type: 'string',
              description: 'A name.',
              maxLength: 9,
              'x-kubernetes-validations': [{ rule: 'self != ""', message: 'Not empty.' }],
            },
            old: { type: 'string', description: 'An old field.' },
            trial: { type: 'string', description: 'A new field.' },
            value: { type: 'string', description: 'A value.', pattern: '^a$' },
          },
        },
      },
    },
  });
});

test('the standard channel lacks experimental fields, patterns and versions', () => {
  const fields = (
    version('standard', 0)?.schema as {
      openAPIV3Schema: { properties: { spec: { properties: object } } };
    }
  ).openAPIV3Schema.properties.spec.properties;
  expect(Object.keys(fields)).toEqual(['name', 'old', 'value']);
  expect(fields).toHaveProperty('value', { type: 'string', description: 'A value.' });
  expect(version('experimental', 1)?.served).toBe(true);
});
