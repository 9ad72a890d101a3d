import { describe, expect, test } from 'vitest';
import { areas, casesOf } from './testing/case.ts';
import { generatedCases } from './testing/generated-cases.ts';
import { goOracle } from './testing/go-oracle.ts';
import { outcome, withoutAddresses } from './testing/outcome.ts';

const seed = 20_261_121;
const oracle = await goOracle();

describe.skipIf(oracle === undefined)('templates come out as Go itself renders them', () => {
  /** What Go makes of cases; null is an error. */
  async function ofGo(cases: readonly object[]): Promise<(string | null)[]> {
    const answers = (await oracle?.(cases)) ?? [];
    return answers.map(({ output, error }) => (error === '' ? withoutAddresses(output) : null));
  }

  test.each(areas)('what the table %s says is what Go does', async (area) => {
    const cases = casesOf(area);
    const found = await ofGo(cases);
    const differences = cases
      .map(({ text, output }, i) => ({ text, said: output, found: found[i] }))
      .filter((each) => each.said !== each.found);
    expect(differences).toEqual([]);
  });

  test('templates made at random', async () => {
    const cases = generatedCases(seed, 6000);
    const expected = await ofGo(cases);
    const differences = cases
      .map((each, i) => ({ text: each.text, expected: expected[i], found: outcome(each) }))
      .filter((each) => each.expected !== each.found);
    expect(differences).toEqual([]);
    expect(expected.filter((output) => output !== null).length).toBeGreaterThan(1000);
  });
});
