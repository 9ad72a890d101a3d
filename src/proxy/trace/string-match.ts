import { isObject } from '../../json.ts';
import { RE2JS } from 're2js';
import { asText, valueAt, type Maybe } from '../message/index.ts';
import { decide, type Decision } from './decision.ts';

/** Whether a text satisfies an `envoy.type.matcher.v3.StringMatcher`; regular expressions match the whole text. */
export function matchText(matcher: Maybe, text: string): Decision {
  if (!isObject(matcher)) return 'unknown';
  const regex = valueAt(matcher, 'safe_regex', 'regex');
  if (regex !== undefined) return matchRegex(asText(regex), text);
  const kind = kinds.find((each) => Object.hasOwn(matcher, each));
  if (kind === undefined) return 'unknown';
  const fold = (value: string): string => (matcher.ignore_case === true ? value.toLowerCase() : value);
  return decide(tests[kind](fold(text), fold(asText(matcher[kind]))));
}

/** Whether the whole text satisfies an RE2 expression; `unknown` for one that does not compile. */
export function matchRegex(regex: string, text: string): Decision {
  try {
    return decide(RE2JS.compile(regex).matches(text));
  } catch {
    return 'unknown';
  }
}

/** A matcher in words: `starts with "/api"`. */
export function matcherText(matcher: Maybe): string {
  const regex = valueAt(matcher, 'safe_regex', 'regex');
  if (regex !== undefined) return `matches ${asText(regex)}`;
  const kind = kinds.find((each) => isObject(matcher) && Object.hasOwn(matcher, each));
  return kind === undefined ? 'satisfies an extension' : `${words[kind]} "${asText(valueAt(matcher, kind))}"`;
}

const kinds = ['exact', 'prefix', 'suffix', 'contains'] as const;
type Kind = (typeof kinds)[number];

const tests: Readonly<Record<Kind, (text: string, part: string) => boolean>> = {
  exact: (text, part) => text === part,
  prefix: (text, part) => text.startsWith(part),
  suffix: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

const words: Readonly<Record<Kind, string>> = {
  exact: 'is',
  prefix: 'starts with',
  suffix: 'ends with',
  contains: 'contains',
};
