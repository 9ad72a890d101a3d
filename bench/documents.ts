import type { Facts, Mistake, Template } from './template.ts';
import { policies } from './templates/policies.ts';
import { traffic } from './templates/traffic.ts';
import { workloads } from './templates/workloads.ts';

const namespaces = 50;
const oneIn = 12;

/** A document, and whether a mistake was put into it. */
export interface BenchDocument {
  readonly kind: string;
  readonly text: string;
  readonly faulty: boolean;
}

export const templates: readonly Template[] = [...traffic, ...workloads, ...policies];

/** The documents of a mesh of 50 namespaces: the kinds mixed by their shares, one in twelve with a mistake. */
export function* documents(count: number, seed = 1): Generator<BenchDocument> {
  const draw = random(seed);
  for (let index = 0; index < count; index++) {
    const template = pick(templates, draw());
    const text = template.text(factsOf(index, draw));
    const faulty = index % oneIn === 0;
    const mistake = template.mistakes[Math.floor(draw() * template.mistakes.length)];
    yield {
      kind: template.kind,
      text: faulty && mistake !== undefined ? spoil(text, mistake) : text,
      faulty,
    };
  }
}

/** The text with the mistake in it. Throws when there is no place for it. */
export function spoil(text: string, { from, to }: Mistake): string {
  const spoilt = text.replace(from, to);
  if (spoilt === text) throw new Error(`no place for the mistake ${String(from)} in:\n${text}`);
  return spoilt;
}

function factsOf(index: number, draw: () => number): Facts {
  const group = index % namespaces;
  return {
    name: `service-${index}`,
    namespace: `team-${group}`,
    other: `service-${index + namespaces}`,
    elsewhere: `team-${(group + 1) % namespaces}`,
    number: Math.floor(draw() * 100),
  };
}

function pick(from: readonly Template[], drawn: number): Template {
  let left = drawn * from.reduce((sum, { share }) => sum + share, 0);
  const found = from.find(({ share }) => (left -= share) < 0);
  if (found === undefined) throw new Error('no kinds to draw from');
  return found;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
