import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { camelCase } from '../message/index.ts';
import type { ProxyDump, SectionKind } from './dump.ts';
import { readDump } from './read-dump.ts';

const admin = 'type.googleapis.com/envoy.admin.v3.';
const cluster = (name: string) => ({
  '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
  ...{ name, type: 'EDS', connect_timeout: '10s' },
});
const clusters = {
  '@type': `${admin}ClustersConfigDump`,
  version_info: '7',
  static_clusters: [{ cluster: cluster('agent'), last_updated: '2030-01-01T00:00:00Z' }],
  dynamic_warming_clusters: [{ cluster: cluster('cold'), version_info: '8' }],
};
const listeners = {
  '@type': `${admin}ListenersConfigDump`,
  dynamic_listeners: [
    {
      name: 'both',
      active_state: { listener: { name: 'both' }, last_updated: '2030-01-01T00:00:00Z' },
      draining_state: { listener: { name: 'both', stat_prefix: 'old' } },
      error_state: { details: 'no such filter', last_update_attempt: '2030-01-02T00:00:00Z' },
    },
    { error_state: { failed_configuration: { name: 'refused' }, details: 'port in use' } },
    { name: 'nothing' },
  ],
};
const text = JSON.stringify({ configs: [clusters, { '@type': `${admin}NewConfigDump`, x: [1] }, listeners] });

const names = (dump: ProxyDump, kind: SectionKind): string[] =>
  [...(dump.section(kind)?.items() ?? [])].map(({ name, state }) => `${name} ${state}`);

describe('a dump', () => {
  test('has every section, known or not, in its order', () => {
    expect(readDump(text).sections.map(({ kind, type }) => [kind, type])).toEqual([
      ['clusters', 'envoy.admin.v3.ClustersConfigDump'],
      [undefined, 'envoy.admin.v3.NewConfigDump'],
      ['listeners', 'envoy.admin.v3.ListenersConfigDump'],
    ]);
    expect([...(readDump(text).sections[1]?.items() ?? [])]).toEqual([]);
  });

  test('has resources with what Envoy says of them', () => {
    const [first, second] = readDump(text).section('clusters')?.items() ?? [];
    expect(first).toMatchObject({ name: 'agent', state: 'static', lastUpdated: '2030-01-01T00:00:00Z' });
    expect(first?.message).toEqual(cluster('agent'));
    expect(second).toMatchObject({ name: 'cold', state: 'warming', version: '8' });
    expect(readDump(text).section('clusters')?.version).toBe('7');
  });

  test('has one item for each state of a listener, and one for what was refused', () => {
    expect(names(readDump(text), 'listeners')).toEqual(['both active', 'both draining', 'refused rejected']);
    const [active] = readDump(text).section('listeners')?.items() ?? [];
    expect(active?.errorState).toEqual({ details: 'no such filter', lastAttempt: '2030-01-02T00:00:00Z' });
  });

  test('parses only the fields that are asked for, and the whole on demand', () => {
    const [item] = readDump(text).section('clusters')?.items({ type: true }) ?? [];
    expect(item?.message).toEqual({ name: 'agent', type: 'EDS' });
    expect(item?.whole()).toEqual(cluster('agent'));
    expect(JSON.parse(item?.raw.toString() ?? '')).toEqual(cluster('agent'));
  });

  test('of two sections of a kind counts the last', () => {
    const again = { ...clusters, static_clusters: [{ cluster: cluster('later') }] };
    const dump = readDump(JSON.stringify({ configs: [clusters, again] }));
    expect(names(dump, 'clusters')).toEqual(['later static', 'cold warming']);
    expect(dump.sections).toHaveLength(2);
  });

  test('may stand alone: cluster statuses, a section, a list', () => {
    expect(names(readDump('{"cluster_statuses":[{"name":"a"}]}'), 'clusterStatuses')).toEqual(['a active']);
    expect(names(readDump('{"dynamicActiveSecrets":[{"name":"default"}]}'), 'secrets')).toEqual([
      'default active',
    ]);
    expect(names(readDump('[{"name":"a"}]', { list: 'clusters' }), 'clusters')).toEqual(['a active']);
  });

  test('may have null for a list', () => {
    const odd = '{"configs":[{"@type":"x/envoy.admin.v3.ClustersConfigDump","static_clusters":null}]}';
    expect(names(readDump(odd), 'clusters')).toEqual([]);
  });
});

describe('reads', () => {
  test.each<[string, Uint8Array | string]>([
    ['text', text],
    ['indented text', JSON.stringify(JSON.parse(text), null, 2)],
    ['a byte order mark', `\uFEFF${text}`],
    ['gzip', gzipSync(text)],
    ['camel case', JSON.stringify(camelDump())],
    ['a view into other bytes', Buffer.from(`xx${text}`).subarray(2)],
  ])('%s', (_, input) => {
    const dump = readDump(input);
    expect(names(dump, 'clusters')).toEqual(['agent static', 'cold warming']);
    const [item] = dump.section('clusters')?.items({ connect_timeout: true }) ?? [];
    expect(item?.message).toEqual({ name: 'agent', connect_timeout: '10s' });
    expect(item?.whole()).toEqual(cluster('agent'));
  });

  function camelDump(): object {
    const configs = [clusters, listeners].map((section) => ({
      ...camelCase(section, section['@type'].slice('type.googleapis.com/'.length)),
    }));
    return { configs };
  }
});

describe('refuses', () => {
  const fails = (read: () => unknown): MeshctlError => {
    try {
      read();
    } catch (error) {
      if (error instanceof MeshctlError) return error;
      throw error;
    }
    throw new Error('it was read');
  };

  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /x\.json is empty/],
    ['blanks', ' \n', /x\.json is empty/],
    ['other text', '<html>', /not the JSON/],
    ['other JSON', '{"kind":"Pod"}', /no dump of Envoy/],
    ['a scalar', '42', /not the JSON/],
    ['a list of who knows what', '[]', /is a list/],
    ['sections that are no objects', '{"configs":[1]}', /not the JSON/],
    ['two documents', '{"configs":[]}{"configs":[]}', /not the JSON/],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), /UTF-16/],
    ['broken gzip', gzipSync(text).subarray(0, 40), /gzip/],
  ])('%s', (_, input, message) => {
    const error = fails(() => readDump(input, { name: 'x.json' }));
    expect(error.message).toMatch(message);
    expect(error.code).toBe('input');
  });

  test('a dump that was cut off, wherever', () => {
    for (let end = 1; end < text.length; end++) {
      const error = fails(() => readDump(text.slice(0, end), { name: 'x.json' }));
      expect([end, error.code]).toEqual([end, 'input']);
    }
  });

  test('what was passed over and is not JSON, when it is parsed', () => {
    const odd = readDump(JSON.stringify({ configs: [clusters] }).replace('"EDS"', 'nope'));
    const [item] = odd.section('clusters')?.items({}) ?? [];
    expect(item?.name).toBe('agent');
    expect(fails(() => item?.whole()).code).toBe('input');
    expect(fails(() => odd.value()).code).toBe('input');
  });

  test('values that are nested too deep, when they are parsed, not when they are skipped', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const odd = JSON.stringify({ configs: [{ ...clusters, static_clusters: ['DEEP'] }] }).replace(
      '"DEEP"',
      `{"cluster":{"name":"a","x":${deep}}}`,
    );
    const section = readDump(odd).section('clusters');
    expect([...(section?.items({}) ?? [])].map(({ name }) => name)).toEqual(['a', 'cold']);
    expect(fails(() => [...(section?.items() ?? [])]).reason).toMatch(/500 levels/);
    expect(fails(() => [...(section?.items({ x: { y: true } }) ?? [])]).reason).toMatch(/500 levels/);
    expect(fails(() => [...(section?.items({}) ?? [])][0]?.whole()).reason).toMatch(/500 levels/);
    expect(fails(() => readDump(odd).value()).reason).toMatch(/500 levels/);
    expect(names(readDump(`{"configs":[{"@type":"x/New","y":${deep}}]}`), 'clusters')).toEqual([]);
  });
});

describe('properties', () => {
  const anything = fc.json({ maxDepth: 4 });

  test('whatever a section of a known type holds is read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom('Clusters', 'Listeners', 'Secrets', 'Ecds'), anything, (type, value) => {
        const field = {
          Clusters: 'static_clusters',
          Listeners: 'dynamic_listeners',
          Secrets: 'static_secrets',
        };
        const list = type === 'Ecds' ? 'ecds_filters' : field[type];
        readAll(`{"configs":[{"@type":"x/envoy.admin.v3.${type}ConfigDump","${list}":${value}}]}`);
      }),
    );
  });

  test('a dump with any byte changed is read or refused', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Buffer.from(text);
        bytes[at] = byte;
        readAll(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test('what is picked of a message is what JSON.parse finds there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (message, indent) => {
        const dump = JSON.stringify({ cluster_statuses: [{ ...message, name: 'a' }] }, null, indent);
        const [key = 'name'] = Object.keys(message);
        const [item] =
          readDump(dump)
            .section('clusterStatuses')
            ?.items({ [key]: true }) ?? [];
        const whole = JSON.parse(dump) as { cluster_statuses: [Record<string, unknown>] };
        expect(item?.message[key]).toEqual(whole.cluster_statuses[0][key]);
      }),
    );
  });

  /** Fails for what is thrown besides MeshctlError. */
  function readAll(input: string | Uint8Array): void {
    try {
      const dump = readDump(input);
      for (const section of dump.sections)
        for (const item of section.items({})) expect(typeof item.whole()).toBe('object');
      for (const section of dump.sections)
        for (const item of section.items()) expect(typeof item.name).toBe('string');
      dump.value();
    } catch (error) {
      expect(error).toBeInstanceOf(MeshctlError);
    }
  }
});
