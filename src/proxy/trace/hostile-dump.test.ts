import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isObject } from '../../json.ts';
import type { Json } from '../../resources/index.ts';
import { readDump } from '../index.ts';
import { formatTrace, traceRequest } from './index.ts';
import { replayRequests } from './testing/replay/replay-requests.ts';

const files = ['sidecar', 'gateway', 'waypoint'].map((name) => {
  const dump = readDump(readFileSync(`testdata/proxy/trace/${name}.json`));
  return { value: JSON.parse(dump.bytes.toString()) as Json, requests: replayRequests(dump, 7, 2) };
});

test('a dump with any value in any place still gives a trace', () => {
  const damage = fc.oneof(
    fc.constantFrom<Json>(null, '', 0, -1, true, [], {}, [null], [[]], '(', '*', { typed_config: [] }),
    fc.jsonValue() as fc.Arbitrary<Json>,
  );
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), damage, (file, seed, value) => {
      const dump = readDump(JSON.stringify(damaged(file.value, seed, value)));
      for (const request of file.requests) {
        const trace = traceRequest(dump, request);
        expect(formatTrace(trace)).toContain('Verdict: ');
      }
    }),
    { numRuns: 60, seed: 20_260_721 },
  );
});

/** The value with another one in place of some field that lies at least three levels deep. */
function damaged(root: Json, seed: number, value: Json): Json {
  const copy = structuredClone(root);
  let [inner, left]: [Json, number] = [copy, seed];
  for (let depth = 0; depth < 24; depth += 1) {
    const keys = Array.isArray(inner) ? [...inner.keys()] : isObject(inner) ? Object.keys(inner) : [];
    const key = keys[left % Math.max(1, keys.length)];
    if (key === undefined) return copy;
    left = (left * 31 + 7) % 1_000_003;
    const holder = inner as Record<string | number, Json>;
    if (depth > 4 && left % 4 === 0) {
      holder[key] = value;
      return copy;
    }
    inner = holder[key] ?? null;
  }
  return copy;
}
