import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { findDefinitions } from '../find-definitions.ts';
import { kinds } from '../kinds.ts';
import { editorSchema, editorSchemaOfAll } from './json-schema.ts';

const ajv = () => new Ajv({ strict: false, validateFormats: false, allErrors: true });
const definitions = await Promise.all(kinds.map((entry) => entry.load()));

describe('the editor schema', () => {
  test.each(
    definitions.map((definition) => [`${definition.kind} of ${definition.group}`, definition] as const),
  )('of %s is a JSON Schema in both channels', (_, definition) => {
    for (const channel of ['standard', 'experimental'] as const) {
      expect(() => ajv().compile(editorSchema(definition, channel))).not.toThrow();
    }
  });

  test.each<[string, object, boolean]>([
    ['a good document', { spec: { hosts: ['a'], http: [{ timeout: '5s' }] } }, true],
    ['a misspelt field', { spec: { hosts: ['a'], http: [{ timout: '5s' }] } }, false],
    ['a wrong type', { spec: { hosts: 'a' } }, false],
    ['an older version', { apiVersion: 'networking.istio.io/v1beta1', spec: {} }, true],
    ['an unknown version', { apiVersion: 'networking.istio.io/v2', spec: {} }, false],
  ])('judges %s', async (_, change, valid) => {
    const [definition] = await findDefinitions('VirtualService');
    if (definition === undefined) throw new Error('VirtualService is gone');
    const check = ajv().compile(editorSchema(definition, 'standard'));
    const document = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata: { name: 'a' },
      ...change,
    };
    expect(check(document)).toBe(valid);
  });

  test('keeps versions with other fields apart', async () => {
    const [definition] = await findDefinitions('TLSRoute');
    if (definition === undefined) throw new Error('TLSRoute is gone');
    expect(editorSchema(definition, 'experimental')).toHaveProperty('oneOf.length', 2);
    expect(editorSchema(definition, 'standard')).toHaveProperty('properties.apiVersion.enum', [
      'gateway.networking.k8s.io/v1',
    ]);
  });

  test('of all kinds tells kinds of one name apart by their group', () => {
    const check = ajv().compile(editorSchemaOfAll(definitions, 'standard'));
    const gateway = (apiVersion: string, spec: object) => ({
      apiVersion,
      kind: 'Gateway',
      metadata: { name: 'a' },
      spec,
    });
    const istio = { servers: [{ hosts: ['*'], port: { number: 80, name: 'http', protocol: 'HTTP' } }] };
    const listeners = { gatewayClassName: 'istio', listeners: [{ name: 'a', port: 80, protocol: 'HTTP' }] };
    expect(check(gateway('networking.istio.io/v1', istio))).toBe(true);
    expect(check(gateway('gateway.networking.k8s.io/v1', listeners))).toBe(true);
    expect(check(gateway('gateway.networking.k8s.io/v1', istio))).toBe(false);
    expect(check({ apiVersion: 'v1', kind: 'ConfigMap', anything: true })).toBe(true);
  });
});
