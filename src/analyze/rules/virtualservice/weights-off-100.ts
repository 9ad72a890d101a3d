import { defineRule } from '../../rule.ts';
import { sharesIn } from './weights.ts';

/** Weights are parts of their sum; those that nearly add up to 100 were meant as percentages. */
export const weightsOff100 = defineRule<{ sum: number }>({
  slug: 'virtualservice/weights-off-100',
  code: 'MSH0110',
  severity: 'info',
  summary: 'Weights that look like percentages add up to 100.',
  hint: 'Let the weights add up to 100, or use small numbers such as 1 and 2.',
  kinds: ['VirtualService'],
  message: ({ sum }) => `the weights add up to ${sum}: each is a share of that, not a percentage`,
  check(mesh, report) {
    for (const { service, sum, path } of sharesIn(mesh))
      if (sum !== 100 && sum >= 90 && sum <= 110) report(service, path, { sum });
  },
});
