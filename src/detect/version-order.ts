/**
 * Compares two versions by their numbers, as far as they go: negative when the first is older. `x` stands for the
 * highest; a prerelease is older than its release. Undefined when one of them has no number.
 */
export function compareAsVersions(a: string, b: string): number | undefined {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === undefined || right === undefined) return undefined;
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i += 1) {
    const [l, r] = [left.numbers[i] ?? 0, right.numbers[i] ?? 0];
    if (l !== r) return l < r ? -1 : 1;
  }
  return Number(right.prerelease) - Number(left.prerelease);
}

interface Parts {
  readonly numbers: readonly number[];
  readonly prerelease: boolean;
}

const version = /^v?(\d+(?:\.(?:\d+|x))*)(-(?:alpha|beta|rc|pre))?/;

function partsOf(text: string): Parts | undefined {
  const [, numbers, prerelease] = version.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  return {
    numbers: numbers.split('.').map((part) => (part === 'x' ? Infinity : Number(part))),
    prerelease: prerelease !== undefined,
  };
}
