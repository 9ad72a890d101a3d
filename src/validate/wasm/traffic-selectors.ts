import type { Static } from 'typebox';
import type { TrafficSelector } from '../../api/traffic-extension.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';
import { isPort } from '../values/ports.ts';

const matchPort = errorRule({
  slug: 'wasm/match-port',
  summary: 'Ports a plugin is restricted to lie between 1 and 65535.',
  message: ({ port }: { port: number }) => `${port} is not a port between 1 and 65535`,
});

export const trafficSelectorRules: readonly RuleInfo[] = [matchPort];

/** Checks the ports an extension is restricted to. */
export function checkTrafficSelectors(
  selectors: readonly Loose<Static<typeof TrafficSelector>>[] = [],
  path: Path,
  report: Report,
): void {
  for (const [index, { ports = [] }] of selectors.entries()) {
    for (const [item, { number: port = 0 }] of ports.entries()) {
      if (!isPort(port)) report(matchPort, [...path, index, 'ports', item, 'number'], { port });
    }
  }
}
