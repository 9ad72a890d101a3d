import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDump } from '../index.ts';
import { describeVerdict, traceRequest, type Trace, type TraceRequest, type Verdict } from './index.ts';
import { envoyProgram } from '../testing/real-envoy.ts';
import { categories, generateRequests, type GeneratedRequest } from './testing/rig/generate-requests.ts';
import { sendRequest } from './testing/rig/send-request.ts';
import { startRig, type Rig } from './testing/rig/start-rig.ts';
import { outcomeOfAnswer } from './testing/scenes/scene.ts';

const seed = 20_260_721;
const perCategory = 160;
const envoy = await envoyProgram();

describe.skipIf(envoy === undefined)('a trace agrees with a real Envoy', () => {
  let rig: Rig;
  let dump: ReturnType<typeof readDump>;
  let generated: GeneratedRequest[];
  let traces: Trace[];

  beforeAll(async () => {
    rig = await startRig(envoy ?? '');
    dump = readDump(await rig.dump());
    generated = generateRequests(seed, perCategory, Object.values(rig.echoes));
    traces = generated.map(({ request }) => traceRequest(dump, request));
  });

  afterAll(() => rig.stop());

  test.each(categories)('%s', async (category) => {
    const requests = generated.filter((each) => each.category === category);
    expect(requests).toHaveLength(perCategory);
    for (const { request } of requests) {
      const { verdict } = traceRequest(dump, request);
      const answer = outcomeOfAnswer(await sendRequest(rig.entry, request));
      const expected = expectedAnswers(verdict, request, rig.echoes);
      expect(expected, `${JSON.stringify(request)}: ${describeVerdict(verdict)}`).toContain(answer);
    }
  });

  test.each<readonly [string, (trace: Trace) => boolean]>([
    ['no route', ({ verdict }) => verdict.kind === 'no-route'],
    [
      'a header or a regular expression',
      (trace) => hasRoute(trace, / (user|group|not-bob|age|empty|regex)$/),
    ],
    ['several clusters', ({ verdict }) => verdict.kind === 'reaches' && verdict.targets.length > 1],
    ['a redirect or an answer', ({ verdict }) => ['redirect', 'direct-response'].includes(verdict.kind)],
    ['a denial', ({ verdict }) => verdict.kind === 'denied'],
    [
      'a server name',
      ({ steps }) => steps.some(({ field }) => field?.path.includes('server_names') === true),
    ],
    ['a passage to the original destination', ({ verdict }) => verdict.kind === 'passthrough'],
  ])('at least 30 of the requests hit %s', (_, hits) => {
    expect(traces.filter(hits).length).toBeGreaterThanOrEqual(30);
  });

  test('every cluster that may be chosen at random is, and no other', async () => {
    const request = generated.find(({ category }) => category === 'weighted')?.request;
    if (request === undefined) throw new Error('no request was made');
    const seen = new Set<string>();
    for (let tries = 0; tries < 60; tries += 1)
      seen.add(outcomeOfAnswer(await sendRequest(rig.entry, request)));
    const { verdict } = traceRequest(dump, request);
    expect([...seen].sort()).toEqual(expectedAnswers(verdict, request, rig.echoes));
  });
});

const hasRoute = ({ steps }: Trace, name: RegExp): boolean =>
  steps.some((step) => step.stage === 'route' && name.test(step.name));

function expectedAnswers(
  verdict: Verdict,
  { destination }: TraceRequest,
  echoes: Readonly<Record<string, number>>,
): string[] {
  if (verdict.kind === 'reaches') return verdict.targets.map(({ cluster }) => cluster);
  if (verdict.kind === 'passthrough')
    return Object.keys(echoes).filter((name) => echoes[name] === destination.port);
  if (verdict.kind === 'redirect') return [`${verdict.status} ${verdict.location}`];
  if ('status' in verdict) return [String(verdict.status)];
  return [fixedAnswers[verdict.kind]];
}

const fixedAnswers = {
  denied: '403',
  'no-endpoint': '503',
  'no-cluster': '503',
  'black-hole': '',
  closed: '',
  unknown: 'nothing is to be unknown here',
} as const;
