import type { Static } from 'typebox';
import type { RequestAuthenticationSpec } from '../../api/request-authentication.ts';
import type { Check, RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { jwksRules } from './jwks.ts';
import { checkJwtRule, jwtRules } from './jwt-rule.ts';

export const requestAuthenticationRules: readonly RuleInfo[] = [...jwtRules, ...jwksRules];

/** The rules of Istio for a RequestAuthentication. */
export const checkRequestAuthentication: Check<Static<typeof RequestAuthenticationSpec>> = (
  spec,
  { report },
) => {
  checkTargets(spec, ['spec'], report);
  for (const [index, rule] of (spec.jwtRules ?? []).entries())
    checkJwtRule(rule, ['spec', 'jwtRules', index], report);
};
