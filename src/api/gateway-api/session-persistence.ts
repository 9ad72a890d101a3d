import { as, message, oneOf, string } from '../schema/fields.ts';
import { cookieConfigNeedsCookie, permanentCookieNeedsTimeout } from './cel-rules.ts';

export const CookieConfig = message('Lifetime of a session cookie.', {
  lifetimeType: oneOf(
    ['Permanent', 'Session'],
    '`Session` cookies end with the browser session, `Permanent` ones after `absoluteTimeout`. Default: `Session`.',
    { default: 'Session' },
  ),
});

export const SessionPersistence = message(
  'Sticky sessions: requests of one session go to the same endpoint.',
  {
    absoluteTimeout: string(
      'Longest life of a session regardless of activity, such as `1h`; required for permanent cookies.',
      { pattern: '^([0-9]{1,5}(h|m|s|ms)){1,4}$' },
    ),
    cookieConfig: as(CookieConfig, 'Details of the session cookie; only with type `Cookie`.'),
    sessionName: string(
      'Name of the session cookie or header, at most 128 characters; chosen by the implementation when missing.',
      { maxLength: 128 },
    ),
    type: oneOf(
      ['Cookie', 'Header'],
      'Whether the session token travels in a `Cookie` or a `Header`. Default: `Cookie`.',
      { default: 'Cookie' },
    ),
  },
  { cel: [permanentCookieNeedsTimeout, cookieConfigNeedsCookie] },
);
