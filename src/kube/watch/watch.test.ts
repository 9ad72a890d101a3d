import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { instantClock, writeTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApi, type SeenRequest } from '../testing/fake-api.ts';
import { services } from '../testing/kinds.ts';
import { mergeWatches } from './merge-watches.ts';
import type { WatchEvent } from './watch.ts';

const path = '/api/v1/namespaces/shop/services';
const kind = { apiVersion: 'v1', kind: 'Service' };

const service = (name: string, version: number, uid = name): JsonObject => ({
  ...kind,
  metadata: { name, uid, resourceVersion: String(version) },
});
const line = (type: string, object: JsonObject): string => `${JSON.stringify({ type, object })}\n`;
const bookmark = (version: number): string =>
  line('BOOKMARK', { ...kind, metadata: { resourceVersion: String(version) } });

type Answer = (response: ServerResponse, request: SeenRequest) => unknown;

const lines =
  (...texts: readonly string[]): Answer =>
  (response) =>
    response.writeHead(200).end(texts.join(''));
/** Breaks off after some lines, in the middle of another one. */
const cut =
  (...texts: readonly string[]): Answer =>
  (response) => {
    response.writeHead(200).write(`${texts.join('')}{"type": "ADD`, () => response.socket?.resetAndDestroy());
  };
const status =
  (code: number): Answer =>
  (response) =>
    refuse(response, code, 'not now');
const failureLine = (code: number): Answer =>
  lines(line('ERROR', { kind: 'Status', code, message: 'not now' }));
const listOf =
  (version: number, ...items: readonly JsonObject[]): Answer =>
  (response) =>
    response
      .writeHead(200)
      .end(JSON.stringify({ ...kind, metadata: { resourceVersion: String(version) }, items }));
/** Says nothing, and goes on saying nothing. */
const silence: Answer = () => undefined;

/** Answers lists and watches of services one after the other, and is silent in the end. */
function scripted(lists: readonly Answer[], watches: readonly Answer[]): Promise<FakeApi> {
  const counts = { list: 0, watch: 0 };
  return fakeApi({
    kinds: [services],
    fault: (request, response) => {
      if (!request.path.endsWith('/services')) return false;
      const watching = request.query.has('watch');
      const answer = watching ? watches[counts.watch++] : lists[counts.list++];
      (answer ?? silence)(response, request);
      return true;
    },
  });
}

/** The first so many events, as `added a`. */
async function told(events: AsyncIterable<WatchEvent>, count: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const event of events) {
    texts.push(textOf(event));
    if (texts.length === count) break;
  }
  return texts;
}

function textOf(event: WatchEvent): string {
  if (event.type === 'synced') return event.type;
  return `${event.type} ${(event.object.metadata as Record<string, string>).name ?? ''}`;
}

const watches = ({ requests }: FakeApi) =>
  requests.filter(({ query }) => query.has('watch')).map(({ query }) => query.get('resourceVersion'));

describe('a watch', () => {
  test('tells what is there, and then what changes', async () => {
    const change = [
      line('ADDED', service('b', 11)),
      line('MODIFIED', service('a', 12)),
      line('DELETED', service('b', 13)),
    ];
    const api = await scripted([listOf(10, service('a', 5))], [lines(...change)]);
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    expect(await told(events, 5)).toEqual(['added a', 'synced', 'added b', 'modified a', 'deleted b']);
    expect(watches(api)).toEqual(['10']);
  });

  test('asks for what it is about', async () => {
    const api = await scripted([listOf(10)], [lines(line('ADDED', service('a', 11)))]);
    const options = { namespace: 'shop', labelSelector: 'a=b', fieldSelector: 'metadata.name=a' };
    await told((await writeTo(api)).watch(kind, options), 2);
    for (const { path: asked, query } of api.requests.slice(-2)) {
      expect(asked).toBe(path);
      expect([query.get('labelSelector'), query.get('fieldSelector')]).toEqual(['a=b', 'metadata.name=a']);
    }
    expect(api.requests.at(-1)?.query.get('allowWatchBookmarks')).toBe('true');
  });

  test('starts where it is told to', async () => {
    const api = await scripted([], [lines(line('ADDED', service('a', 8)))]);
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop', resourceVersion: '7' });
    expect(await told(events, 2)).toEqual(['synced', 'added a']);
    expect(watches(api)).toEqual(['7']);
  });

  test('reads lists of many pages', async () => {
    const api = await fakeApi({
      kinds: [services],
      pageSize: 1,
      lists: { [path]: [service('a', 1), service('b', 2)] },
    });
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    expect(await told(events, 3)).toEqual(['added a', 'added b', 'synced']);
  });
});

describe('a watch goes on', () => {
  const first = line('ADDED', service('a', 11));
  const last = lines(line('ADDED', service('z', 99)));

  test.each<[string, Answer, string[]]>([
    ['where it ended', lines(first), ['10', '11']],
    ['where a bookmark said', lines(first, bookmark(50)), ['10', '50']],
    ['where it broke off', cut(first), ['10', '11']],
    ['after an error of the server', status(500), ['10', '10']],
    ['after too many requests', status(429), ['10', '10']],
    ['after an error in the middle', failureLine(500), ['10', '10']],
    ['after a line that is no JSON', lines(first, '<html>\n'), ['10', '11']],
    ['after a connection that broke at once', (response) => response.socket?.resetAndDestroy(), ['10', '10']],
  ])('%s', async (_, answer, versions) => {
    const api = await scripted([listOf(10)], [answer, last]);
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    const seen: string[] = [];
    for await (const event of events) {
      seen.push(textOf(event));
      if (seen.at(-1) === 'added z') break;
    }
    expect(watches(api)).toEqual(versions);
    expect(seen.filter((text) => text === 'synced')).toHaveLength(1);
  });

  test.each<[string, Answer]>([
    ['refuses to go on from there', status(410)],
    ['says so in the middle', failureLine(410)],
  ])('with a new list, told as what changed, when the server %s', async (_, forgotten) => {
    const before = [
      service('same', 1),
      service('changed', 2),
      service('gone', 3),
      service('renewed', 4, 'old'),
    ];
    const after = [
      service('same', 1),
      service('changed', 20),
      service('renewed', 21, 'new'),
      service('fresh', 22),
    ];
    const api = await scripted([listOf(10, ...before), listOf(30, ...after)], [forgotten, last]);
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    expect((await told(events, 11)).slice(4)).toEqual([
      'synced',
      'deleted gone',
      'deleted renewed',
      'modified changed',
      'added renewed',
      'added fresh',
      'added z',
    ]);
    expect(watches(api)).toEqual(['10', '30']);
  });

  test('with growing pauses', async () => {
    const clock = instantClock();
    const api = await scripted([listOf(10)], [status(503), status(503), status(503), last]);
    await told((await writeTo(api, {}, clock)).watch(kind, { namespace: 'shop' }), 2);
    expect(clock.pauses).toEqual([200, 400, 800]);
  });
});

describe('a watch fails', () => {
  test('when it may not be done', async () => {
    const api = await scripted([listOf(10)], [status(403)]);
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    await expect(told(events, 9)).rejects.toMatchObject({
      status: 403,
      message: 'the context "test" may not watch services in the namespace "shop"',
      hint: expect.stringContaining('--resource=services') as string,
    });
  });

  test('after eight failures in a row', async () => {
    const api = await scripted(
      [listOf(10)],
      Array.from({ length: 20 }, () => status(503)),
    );
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop' });
    await expect(told(events, 9)).rejects.toMatchObject({ status: 503 });
    expect(watches(api)).toHaveLength(8);
  });

  test('with the reason of its signal, while nothing comes', async () => {
    const api = await scripted([listOf(10)], []);
    const end = new AbortController();
    const events = (await writeTo(api)).watch(kind, { namespace: 'shop', signal: end.signal });
    setTimeout(() => {
      end.abort(new Error('enough'));
    }, 50);
    await expect(told(events, 9)).rejects.toThrow('enough');
  });

  test('when the time for all is over', async () => {
    const api = await scripted([listOf(10)], []);
    const events = (await writeTo(api, { timeout: 200 })).watch(kind, { namespace: 'shop' });
    await expect(told(events, 9)).rejects.toThrow('did not answer within 0.2 s');
  });
});

test('a watch that is left closes its connection', async () => {
  let closed: Promise<unknown> | undefined;
  const open: Answer = (response) => {
    closed = new Promise((resolve) => response.once('close', resolve));
    response.writeHead(200).write(line('ADDED', service('a', 11)));
  };
  const api = await scripted([listOf(10)], [open]);
  await told((await writeTo(api)).watch(kind, { namespace: 'shop' }), 2);
  expect(closed).toBeDefined();
  await closed;
});

describe('watches together', () => {
  async function* events(...list: readonly WatchEvent[]): AsyncGenerator<WatchEvent> {
    yield* list;
    await Promise.resolve();
  }
  const added = (name: string): WatchEvent => ({ type: 'added', object: service(name, 1) });
  const synced: WatchEvent = { type: 'synced' };

  test('are synced when all of them are', async () => {
    const merged = mergeWatches([
      events(added('a'), synced, added('b')),
      events(added('c'), added('d'), synced),
    ]);
    const texts = await told(merged, 99);
    expect(texts.filter((text) => text === 'synced')).toHaveLength(1);
    expect(texts.indexOf('synced')).toBeGreaterThan(texts.indexOf('added d'));
    expect([...texts].sort()).toEqual(['added a', 'added b', 'added c', 'added d', 'synced']);
  });

  test('fail when one does', async () => {
    // eslint-disable-next-line require-yield, @typescript-eslint/require-await
    async function* broken(): AsyncGenerator<WatchEvent> {
      throw new Error('broken');
    }
    await expect(told(mergeWatches([events(), broken()]), 99)).rejects.toThrow('broken');
  });
});
