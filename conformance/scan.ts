import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rangeHits } from '../src/advisories/index.ts';
import { parseImage, parseVersion } from '../src/releases/index.ts';
import type { Outcome } from './outcome.ts';

interface Cases<Case> {
  readonly cases: readonly Case[];
}

/** A version, and the ids of advisories by what their ranges say of it. */
interface RangeCase {
  readonly version: string;
  readonly expect: Readonly<Record<string, readonly string[]>>;
}

/** A reference to an image, and what it says. Null stands for nothing. */
interface ImageCase {
  readonly image: string;
  readonly expect: Readonly<Record<string, string | null>>;
}

/** What versions and images say, before anything of a mesh is looked at. */
// eslint-disable-next-line @typescript-eslint/require-await
export async function* scanCases(folder: string, filter: readonly string[]): AsyncGenerator<Outcome> {
  const isWanted = ({ id }: Outcome): boolean =>
    filter.length === 0 || filter.some((word) => id.includes(word));
  const { cases: images } = read(folder, 'images.json') as Cases<ImageCase>;
  yield* images.map(imageOutcome).filter(isWanted);
  const { cases: ranges } = read(folder, 'ranges.json') as Cases<RangeCase>;
  yield* ranges.map(rangeOutcome).filter(isWanted);
}

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

function imageOutcome({ image, expect }: ImageCase): Outcome {
  const { component, version, variant, vendorSuffix, origin } = parseImage(image);
  const said: Readonly<Record<string, string | undefined>> = {
    ...{ component, version, variant, vendorSuffix, origin },
  };
  const mismatches = Object.entries(expect)
    .filter(([key, value]) => (said[key] ?? null) !== value)
    .map(([key, value]) => `${key}: ${value ?? 'nothing'} expected, ${said[key] ?? 'nothing'} given`);
  return { id: `image ${image}`, mismatches };
}

function rangeOutcome({ version, expect }: RangeCase): Outcome {
  const parsed = parseVersion(version);
  if (parsed === undefined) return { id: version, mismatches: ['is no version'] };
  const { inRange, lineUnknown, olderAffected, olderUnknown } = rangeHits(parsed);
  const hits: Readonly<Record<string, readonly string[]>> = {
    'in-range': inRange,
    'line-unknown': lineUnknown,
    'older-line-affected': olderAffected,
    'older-line-unknown': olderUnknown,
  };
  const mismatches = Object.entries(expect).flatMap(([key, ids]) => {
    const said = new Set(hits[key]);
    const [missing, extra] = [ids.filter((id) => !said.has(id)), [...said].filter((id) => !ids.includes(id))];
    return [
      ...missing.map((id) => `${key}: ${id} is missing`),
      ...extra.map((id) => `${key}: ${id} is too much`),
    ];
  });
  return { id: `range ${version}`, mismatches };
}
