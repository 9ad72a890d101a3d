import { jwksUnrestricted } from './jwks-unrestricted.ts';
import { withoutPolicy } from './without-policy.ts';

export const requestAuthenticationRules = [jwksUnrestricted, withoutPolicy];
