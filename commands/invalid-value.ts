import { closest } from '../src/closest.ts';

export interface InvalidValue {
  readonly message: string;
  /** What to write instead, a sentence. */
  readonly instead?: string;
}

/** Says that `place`, a flag or a setting, does not take a value: because it is none of `choices`, or else because of `why`. */
export function invalidValue(
  place: string,
  value: string,
  why: string,
  choices: readonly string[] | undefined,
): InvalidValue {
  const message = `${place} does not take "${value}"`;
  const [chosen = ''] = value.split('=');
  if (!choices || choices.includes(chosen)) return { message: `${message}: ${why}` };
  const meant = closest(value, choices);
  const all = `${choices.join(', ')}.`;
  return {
    message,
    instead: meant === undefined ? `use one of ${all}` : `did you mean ${meant}? It takes ${all}`,
  };
}
