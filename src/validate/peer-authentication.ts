import type { Static } from 'typebox';
import type { PeerAuthenticationSpec } from '../api/peer-authentication.ts';
import { errorRule, type Check, type RuleInfo } from './rule.ts';
import { checkPort } from './values/ports.ts';
import { checkSelector } from './values/selectors.ts';

const portLevelEmpty = errorRule({
  slug: 'peerauth/port-level-empty',
  summary: '`portLevelMtls` names at least one port.',
  message: () => '`portLevelMtls` is empty',
  hint: 'Name a port or drop the field.',
});

const portLevelNeedsSelector = errorRule({
  slug: 'peerauth/port-level-needs-selector',
  summary: '`portLevelMtls` goes with a selector that has labels.',
  message: () => '`portLevelMtls` needs a selector with labels: ports belong to workloads',
  hint: 'Add `selector: {matchLabels: {...}}`.',
});

export const peerAuthenticationRules: readonly RuleInfo[] = [portLevelEmpty, portLevelNeedsSelector];

/** The rules of Istio for a PeerAuthentication. */
export const checkPeerAuthentication: Check<Static<typeof PeerAuthenticationSpec>> = (spec, { report }) => {
  const { selector, portLevelMtls } = spec;
  if (selector !== undefined) checkSelector(selector, ['spec', 'selector'], report);
  if (portLevelMtls === undefined) return;
  const path = ['spec', 'portLevelMtls'];
  const ports = Object.keys(portLevelMtls);
  if (ports.length === 0) {
    report(portLevelEmpty, path, {});
    return;
  }
  if (Object.keys(selector?.matchLabels ?? {}).length === 0)
    report(portLevelNeedsSelector, ['spec'], {}, path);
  for (const port of ports) {
    checkPort(Number(port), [...path, port], report);
  }
};
