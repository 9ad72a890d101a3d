import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { envoyProgram } from '../testing/real-envoy.ts';
import { readDump } from '../index.ts';
import { traceRequest } from './index.ts';
import { sendRequest } from './testing/rig/send-request.ts';
import { startRig, type Rig } from './testing/rig/start-rig.ts';
import { playableScenes, sceneClusters } from './testing/scenes/index.ts';
import { sceneBootstrap, sceneRequest } from './testing/scenes/scene-bootstrap.ts';
import { outcomeOf, outcomeOfAnswer } from './testing/scenes/scene.ts';

const envoy = await envoyProgram();

describe.skipIf(envoy === undefined)('a real Envoy does what the scenes say', () => {
  let rig: Rig;
  let dump: ReturnType<typeof readDump>;

  beforeAll(async () => {
    rig = await startRig(envoy ?? '', (entry, echoes) =>
      sceneBootstrap(entry, playableScenes, sceneClusters(echoes)),
    );
    dump = readDump(await rig.dump());
  });

  afterAll(() => rig.stop());

  describe.each(playableScenes.map((scene, index) => ({ ...scene, index })))('$name', ({ rows, index }) => {
    test.each(rows.map((row) => [row[0], row] as const))('%s', async (_, row) => {
      const request = sceneRequest(index, row);
      const answer = outcomeOfAnswer(await sendRequest(rig.entry, request));
      const { verdict } = traceRequest(dump, request, new Date());
      const possible = verdict.kind === 'unknown' ? verdict.possibilities : [verdict];
      const outcomes = new Set(possible.flatMap((each) => outcomeOf(each).split('|')));
      const expected = row[2] === 'unknown' ? [...outcomes].join('|') : row[2];
      const answered = expected.split('|').includes(answer) ? expected : answer;
      expect(`Envoy ${answered}, trace ${[...outcomes].join('|')}`).toBe(
        `Envoy ${expected}, trace ${expected}`,
      );
    });
  });
});
