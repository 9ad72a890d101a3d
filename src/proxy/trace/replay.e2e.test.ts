import { describe, expect, test } from 'vitest';
import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asText } from '../message/index.ts';
import { envoyProgram } from '../testing/real-envoy.ts';
import { describeVerdict, traceRequest, type Trace } from './index.ts';
import { disagreement, hitOf, hits, type Hit } from './testing/replay/agreement.ts';
import { ownDumps, recordedDumps, type KnownDump } from './testing/replay/known-dumps.ts';
import { replayPorts, replayRequests } from './testing/replay/replay-requests.ts';
import type { Observation } from './testing/replay/stage.ts';
import { startReplay } from './testing/replay/start-replay.ts';

const seed = 20_260_721;
const perAim = 80;
const envoy = await envoyProgram();

interface Outcome {
  readonly sent: number;
  readonly undecided: number;
  readonly hits: ReadonlyMap<Hit, number>;
  readonly disagreements: readonly string[];
}

describe.skipIf(envoy === undefined)(
  'a real Envoy with the configuration of a dump does what its trace says',
  () => {
    replays('of our own', ownDumps());
    replays('recorded from proxies', recordedDumps());
  },
);

function replays(sort: string, dumps: readonly KnownDump[]): void {
  describe.skipIf(dumps.length === 0)(`dumps ${sort}${dumps.length === 0 ? ' (none at hand)' : ''}`, () => {
    const outcomes: Outcome[] = [];

    test.each(dumps.map((dump) => [dump.name, dump] as const))(
      '%s',
      { timeout: 300_000 },
      async (_, dump) => {
        const outcome = await replay(dump);
        outcomes.push(outcome);
        process.stderr.write(`${dump.name}: ${summary([outcome])}\n`);
        expect(outcome.disagreements).toEqual([]);
      },
    );

    test('at least 300 requests, and 30 of each sort', () => {
      process.stderr.write(`all dumps ${sort}: ${summary(outcomes)}\n`);
      expect(total(outcomes, ({ sent }) => sent)).toBeGreaterThanOrEqual(300);
      for (const hit of hits)
        expect(
          total(outcomes, (outcome) => outcome.hits.get(hit) ?? 0),
          hit,
        ).toBeGreaterThanOrEqual(30);
    });
  });
}

async function replay({ read }: KnownDump): Promise<Outcome> {
  const dump = read();
  const running = await startReplay(envoy ?? '', dump, replayPorts(dump));
  try {
    const requests = replayRequests(dump, seed, perAim);
    const answers = new Map<number, string>();
    for (const request of requests) answers.set(request.sourcePort, await running.send(request));
    const answered = [...answers].filter(([, answer]) => answer !== '').map(([port]) => port);
    const seen = await running.observations(answered);
    const routes = routesByName(running.bootstrap);
    return outcomeOf(
      requests.map((request) => {
        const observation = seen.get(request.sourcePort);
        const answer = answers.get(request.sourcePort) ?? '';
        const trace = traceRequest(dump, request);
        return { trace, answer, observation, hit: hitOf(observation, routes.get(observation?.route ?? '')) };
      }),
    );
  } finally {
    await running.stop();
  }
}

interface Compared {
  readonly trace: Trace;
  readonly answer: string;
  readonly observation: Observation | undefined;
  readonly hit: Hit | undefined;
}

/** Only what the trace decides counts as hit. */
function outcomeOf(compared: readonly Compared[]): Outcome {
  const decided = compared.filter(({ trace }) => trace.verdict.kind !== 'unknown');
  return {
    sent: compared.length,
    undecided: compared.length - decided.length,
    hits: new Map(hits.map((hit) => [hit, decided.filter((each) => each.hit === hit).length])),
    disagreements: compared.flatMap(({ trace, answer, observation }) => {
      const difference = disagreement(trace, answer, observation);
      if (difference === undefined) return [];
      const text = JSON.stringify({ request: trace.request, observation });
      return [[difference, describeVerdict(trace.verdict), text, answer].join('\n  ')];
    }),
  };
}

function routesByName(value: Json, found = new Map<string, JsonObject>()): Map<string, JsonObject> {
  if (Array.isArray(value)) for (const inner of value) routesByName(inner, found);
  else if (isObject(value)) {
    if (isObject(value.match) && asText(value.name).includes('.routes['))
      found.set(asText(value.name), value);
    for (const inner of Object.values(value)) routesByName(inner, found);
  }
  return found;
}

const total = (outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number =>
  outcomes.reduce((sum, outcome) => sum + count(outcome), 0);

function summary(outcomes: readonly Outcome[]): string {
  const counts = hits.map((hit) => `${hit} ${total(outcomes, (outcome) => outcome.hits.get(hit) ?? 0)}`);
  const undecided = total(outcomes, (outcome) => outcome.undecided);
  return `${total(outcomes, ({ sent }) => sent)} requests (${counts.join(', ')}; cannot be told ${undecided})`;
}
