import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProxyDump, SectionKind } from './dump.ts';
import { readDumpPieces } from './read-dump-pieces.ts';
import { readDump } from './read-dump.ts';

const admin = 'type.googleapis.com/envoy.admin.v3.';

async function* cut(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  const room = Buffer.alloc(length);
  for (let at = 0; at < bytes.length; at += length) {
    const copied = bytes.copy(room, 0, at, at + length);
    yield await Promise.resolve(room.subarray(0, copied));
    room.fill('"');
  }
}

const read = (text: string, section?: SectionKind, length = 7): Promise<ProxyDump> =>
  readDumpPieces(cut(Buffer.from(text), length), { name: 'x.json', section });

const failure = async (text: string, section: SectionKind): Promise<string> => {
  try {
    const dump = await read(text, section);
    for (const each of dump.sections) Array.from(each.items());
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : 'something else';
  }
  return 'none';
};

const text = JSON.stringify({
  configs: [
    { '@type': `${admin}BootstrapConfigDump`, bootstrap: { node: { id: 'a]}"{' } } },
    { '@type': `${admin}ClustersConfigDump`, static_clusters: [{ cluster: { name: 'a' } }] },
    { '@type': `${admin}NewConfigDump`, things: [1] },
    { '@type': `${admin}SecretsConfigDump`, static_secrets: [{ name: 's' }] },
  ],
});

describe('a dump in pieces', () => {
  test('keeps the section that is asked for, unknown ones, and the types of the others', async () => {
    const { bytes } = await read(text, 'clusters');
    expect(JSON.parse(bytes.toString())).toEqual({
      configs: [
        { '@type': `${admin}BootstrapConfigDump` },
        { '@type': `${admin}ClustersConfigDump`, static_clusters: [{ cluster: { name: 'a' } }] },
        { '@type': `${admin}NewConfigDump`, things: [1] },
        { '@type': `${admin}SecretsConfigDump` },
      ],
    });
  });

  test('is whole when no section is asked for', async () => {
    expect((await read(text)).bytes.toString()).toBe(text);
  });

  test.each<[string, string]>([
    ['a section that says last what it is', '{"configs":[{"static_secrets":[],"@type":"x/T"}]}'],
    ['a type with escapes', '{"configs":[{"@type":"x\\/T","static_secrets":[]}]}'],
    ['a type by another name', '{"configs":[{"\\u0040type":"x/T","static_secrets":[]}]}'],
    ['messages in a bare list', '[{"a":{"@type":"x/T","b":[1]}}]'],
    ['a type deeper inside', '{"configs":[{"a":[{"@type":"x/T","b":1}]}]}'],
  ])('keeps %s', async (_, odd) => {
    const given = odd.replace('x/T', `${admin}SecretsConfigDump`).replace('x\\/T', `x\\/envoy.admin.v3.T`);
    expect((await read(given, 'clusters')).bytes.toString()).toBe(given);
  });

  test('that was cut off anywhere is refused', async () => {
    for (let end = 1; end < text.length; end++)
      expect([end, await failure(text.slice(0, end), 'clusters')]).toEqual([
        end,
        expect.stringMatching(/^byte \d+/),
      ]);
  });

  test('tells where in the whole text a fault is', async () => {
    const broken = text.replace('"static_clusters":', '"static_clusters" ');
    expect(await failure(broken, 'clusters')).toBe(`byte ${broken.indexOf('[{"cluster"')}: expected :`);
  });
});

const odd = fc.oneof(fc.string(), fc.constantFrom('{', ']}', '\\', '"', '{"@type":"', `{"@type":"${admin}`));
const anything = fc.jsonValue({ maxDepth: 3 });
const resource = fc.record({ name: odd, type: odd, more: anything });
const section = fc
  .tuple(
    fc.constantFrom<[string, string, string]>(
      ['Clusters', 'dynamic_active_clusters', 'cluster'],
      ['Clusters', 'staticClusters', 'cluster'],
      ['Routes', 'dynamic_route_configs', 'route_config'],
      ['Endpoints', 'dynamicEndpointConfigs', 'endpointConfig'],
      ['Other', 'things', 'thing'],
    ),
    fc.array(resource, { maxLength: 4 }),
    fc.boolean(),
    anything,
  )
  .map(([[type, list, field], items, typeLast, other]) => {
    const own = { other, [list]: items.map((item) => ({ last_updated: 'now', [field]: item })) };
    const typed = { '@type': `${admin}${type}ConfigDump` };
    return typeLast ? { ...own, ...typed } : { ...typed, ...own };
  });

test('a section read from pieces is that of the whole, which is that of JSON.parse', async () => {
  await fc.assert(
    fc.asyncProperty(
      ...[fc.array(section, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), fc.nat(2)],
      fc.constantFrom<SectionKind>('clusters', 'routes', 'endpoints'),
      async (configs, length, indent, kind) => {
        const json = JSON.stringify({ version: '1', configs }, null, indent);
        const resources = (dump: ProxyDump): Resource[] =>
          Array.from(dump.section(kind)?.items({ name: true, type: true }) ?? [], (item) => ({
            picked: item.message,
            whole: JSON.parse(item.raw.toString()) as unknown,
          }));
        const got = resources(await read(json, kind, length));
        expect(got).toEqual(resources(readDump(json)));
        expect(got.map(({ whole }) => whole)).toEqual(parsed(json, kind));
      },
    ),
  );
});

interface Resource {
  readonly picked: unknown;
  readonly whole: unknown;
}

/** The resources of the last section of a kind. */
function parsed(json: string, kind: SectionKind): unknown[] {
  const { configs } = JSON.parse(json) as { configs: Record<string, unknown>[] };
  const name = `${admin}${kind.charAt(0).toUpperCase()}${kind.slice(1)}ConfigDump`;
  const last = configs.findLast((each) => each['@type'] === name) ?? {};
  return Object.entries(last)
    .filter(([field, list]) => field !== 'other' && Array.isArray(list))
    .flatMap(([, list]) => list as Record<string, unknown>[])
    .map((holder) => Object.entries(holder).find(([field]) => field !== 'last_updated')?.[1]);
}
