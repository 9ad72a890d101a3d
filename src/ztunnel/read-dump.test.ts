import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import {
  certificateRows,
  connectionRows,
  readZtunnelDump,
  selectPolicies,
  serviceRows,
  shown,
  workloadRows,
} from './index.ts';

const maps = readFileSync('testdata/ztunnel/maps.json', 'utf8');

/** The same dump as newer ztunnels write it, its lists turned round. */
function asLists(): string {
  const dump = JSON.parse(maps) as Record<string, object>;
  const lists = Object.entries(dump).map(([name, section]) => [
    name,
    ['workloads', 'services', 'policies'].includes(name) ? Object.values(section).reverse() : section,
  ]);
  return JSON.stringify(Object.fromEntries(lists));
}

test('lists and maps make the same tables', () => {
  const [map, list] = [readZtunnelDump(maps, 'a'), readZtunnelDump(asLists(), 'b')];
  expect(workloadRows(list)).toEqual(workloadRows(map));
  expect(serviceRows(list)).toEqual(serviceRows(map));
  expect(selectPolicies(list)).toEqual(selectPolicies(map));
  expect(connectionRows(list)).toEqual(connectionRows(map));
});

test('workloads of a map come in order, those of a list as they stand', () => {
  const names = (text: string) => readZtunnelDump(text, 'a').workloads.map(({ name }) => name);
  expect(names(maps)).toEqual(['scrolls', 'shelf-1', 'shelf-2']);
  const listed = '{"workloads":[{"name":"b"},{"name":"a"}]}';
  expect(names(listed)).toEqual(['b', 'a']);
});

test('a workload of an old ztunnel has one address', () => {
  const dump = readZtunnelDump('{"workloads":{"10.0.0.1":{"workloadIp":"10.0.0.1","name":"a"}}}', 'a');
  expect(workloadRows(dump)[0]?.address).toBe('10.0.0.1');
});

describe('text that is no dump', () => {
  test.each([
    ['is no JSON', '{"workloads": [', 'dump.json is not JSON'],
    ['is empty', '', 'dump.json is not JSON'],
    ['is a list', '[]', 'dump.json is no dump of ztunnel'],
    ['is null', 'null', 'dump.json is no dump of ztunnel'],
    ['has no section of a dump', '{"clusters": []}', 'dump.json is no dump of ztunnel'],
    ['comes from Envoy', '{"configs": []}', 'dump.json is a dump of Envoy, not of ztunnel'],
    ['has text for a section', '{"services": "none"}', 'services of dump.json is neither a list nor a map'],
  ])('%s', (_, text, message) => {
    expect(() => readZtunnelDump(text, 'dump.json')).toThrow(
      expect.objectContaining({ name: 'MeshctlError', code: 'input', message }),
    );
  });
});

test.each([
  ['null sections', '{"workloads": null, "services": null, "certificates": null, "workloadState": null}'],
  ['a byte order mark', '\ufeff{"workloads": []}'],
  ['items that are no objects', '{"workloads": [1, null, "a", []], "services": {"a": 2}}'],
])('%s: an empty dump', (_, text) => {
  const dump = readZtunnelDump(text, 'a');
  expect([workloadRows(dump), serviceRows(dump), connectionRows(dump)]).toEqual([[], [], []]);
});

test('keys like those of the object prototype are plain keys', () => {
  const text =
    '{"workloads": {"__proto__": {"name": "a", "constructor": "b", "__proto__": {"polluted": true}}}}';
  const dump = readZtunnelDump(text, 'a');
  expect(workloadRows(dump)[0]?.name).toBe('a');
  const [workload] = shown('workloads', dump.workloads);
  expect(JSON.stringify(workload)).toContain('"__proto__":{"polluted":true}');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('whatever a section holds, it is read or refused as input', () => {
  const names = ['workloads', 'services', 'policies', 'certificates', 'workloadState'];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), fc.jsonValue(), (name, value, inner) => {
      for (const section of [value, [value], [{ [name]: inner, info: inner, certChain: [inner] }]]) {
        try {
          const dump = readZtunnelDump(JSON.stringify({ [name]: section }), 'a');
          workloadRows(dump);
          serviceRows(dump);
          connectionRows(dump);
          certificateRows(dump, new Date(0));
          shown('certificates', dump.certificates);
          shown('workloadState', dump.states);
        } catch (error) {
          expect(error).toBeInstanceOf(MeshctlError);
        }
      }
    }),
  );
});
