import { InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../src/duration.ts';

/** `--request-timeout <time>`, a minute by default; `millisecondsOf` reads it. */
export function requestTimeoutOption(description: string, byDefault = '60s'): Option {
  return durationOption('--request-timeout <time>', description, byDefault);
}

/** An option that `millisecondsOf` reads. */
export function durationOption(flags: string, description: string, byDefault: string): Option {
  return new Option(flags, description).default(byDefault).argParser((text: string) => {
    if (parsed(text) === undefined) throw new InvalidArgumentError('use a time such as 30s or 2m');
    return text;
  });
}

/** Of `30s`, `1m30s`, or a number of seconds, as kubectl takes it; 0 is no limit. */
export function millisecondsOf(text: string): number {
  return parsed(text) ?? 0;
}

function parsed(text: string): number | undefined {
  const duration = parseDuration(/^\d+$/.test(text) ? `${text}s` : text);
  return duration === undefined || duration < 0n ? undefined : Number(duration / 1_000_000n);
}
