import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutKey, type JsonObject } from '../json.ts';
import { applyTo, managersOf, takeOver, updateTo } from './index.ts';
import { fieldsFrom, fieldsV1 } from './fields-v1.ts';

const text = fc.constantFrom('', 'a', 'b', 'x.y/z');
const map = fc.dictionary(fc.constantFrom('k', 'l', 'm'), text);
const named = <T>(rest: fc.Arbitrary<T>) =>
  fc.uniqueArray(
    fc
      .record({ name: fc.constantFrom('p', 'q', 'r', 's'), rest })
      .map(({ name, rest: more }) => ({ name, ...more })),
    { selector: ({ name }) => name, minLength: 1, maxLength: 4 },
  );
const container = named(
  fc.record(
    { image: text, args: fc.array(text), env: named(fc.record({ value: text })) },
    { requiredKeys: [] },
  ),
);
const objects: fc.Arbitrary<JsonObject> = fc
  .record({
    metadata: fc.record({ labels: map, annotations: map }, { requiredKeys: [] }),
    spec: fc.record(
      { nodeSelector: map, hostname: text, containers: container, tolerations: fc.array(map) },
      { requiredKeys: [] },
    ),
  })
  .map(({ metadata, spec }) => {
    const object = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', ...metadata }, spec };
    return JSON.parse(JSON.stringify(object)) as JsonObject;
  });

const valuesOf = (object: JsonObject): JsonObject => ({
  ...object,
  metadata: withoutKey(object.metadata as JsonObject, 'managedFields'),
});

test('applying the same twice changes nothing more', () => {
  fc.assert(
    fc.property(objects, objects, (other, mine) => {
      const live = updateTo(undefined, other, { manager: 'helm' });
      const once = applyTo(live, mine, { manager: 'meshctl' }).object;
      expect(applyTo(once, mine, { manager: 'meshctl' })).toEqual({ object: once, conflicts: [] });
    }),
  );
});

test('what is applied holds afterwards, and without conflicts others lose nothing', () => {
  fc.assert(
    fc.property(objects, objects, (other, mine) => {
      const live = applyTo(undefined, other, { manager: 'helm' }).object;
      const { object, conflicts } = applyTo(live, mine, { manager: 'meshctl' });
      expect(applyTo(object, mine, { manager: 'third' }).conflicts).toEqual([]);
      if (conflicts.length === 0) expect(applyTo(object, other, { manager: 'helm' }).conflicts).toEqual([]);
    }),
  );
});

test('applying one after the other leaves what the last one alone makes', () => {
  fc.assert(
    fc.property(objects, objects, (first, second) => {
      const live = applyTo(undefined, first, { manager: 'meshctl' }).object;
      const changed = applyTo(live, second, { manager: 'meshctl' }).object;
      const alone = applyTo(undefined, second, { manager: 'meshctl' }).object;
      expect((changed.metadata as JsonObject).managedFields).toEqual(
        (alone.metadata as JsonObject).managedFields,
      );
    }),
  );
});

test('taking over keeps all values, and all fields get the one manager', () => {
  fc.assert(
    fc.property(objects, objects, (first, second) => {
      const made = updateTo(undefined, first, { manager: 'helm' });
      const live = applyTo(made, second, { manager: 'istio-operator' }).object;
      const metadata = live.metadata as JsonObject;
      const managedFields = takeOver(metadata.managedFields, () => true, 'meshctl');
      const taken = { ...live, metadata: { ...metadata, managedFields } };
      expect(managersOf(taken).length).toBeLessThan(2);
      const { object, conflicts } = applyTo(taken, second, { manager: 'meshctl' });
      expect(conflicts).toEqual([]);
      const alone = applyTo(made, second, { manager: 'helm' }).object;
      expect(Object.keys(valuesOf(object)).every((key) => key in valuesOf(alone))).toBe(true);
    }),
  );
});

test('fields are written as they are read', () => {
  fc.assert(
    fc.property(objects, (object) => {
      const [entry] = managersOf(applyTo(undefined, object, { manager: 'meshctl' }).object);
      if (entry === undefined) return;
      const written = fieldsV1(entry.fields);
      expect(fieldsV1(fieldsFrom(written))).toEqual(written);
    }),
  );
});
