import { describe, expect, test } from 'vitest';
import { readDump } from '../index.ts';
import { traceRequest } from './index.ts';
import { scenes, sceneClusters } from './testing/scenes/index.ts';
import { dumpOf, sceneBootstrap, sceneRequest } from './testing/scenes/scene-bootstrap.ts';
import { outcomeOf } from './testing/scenes/scene.ts';

const dump = readDump(dumpOf(sceneBootstrap(15001, scenes, sceneClusters({ a: 1, b: 2, c: 3 }))));

describe.each(scenes.map((scene, index) => ({ ...scene, index })))('$name', ({ rows, index }) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_, row) => {
    const { verdict } = traceRequest(dump, sceneRequest(index, row), new Date());
    expect(outcomeOf(verdict)).toBe(row[2]);
  });
});
