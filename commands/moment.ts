import { InvalidArgumentError } from 'commander';

/**
 * A day, as its beginning, or a moment in the form of RFC 3339; without a time zone in UTC, so that it is the same
 * everywhere. What JavaScript makes of other texts (`soon 5`) is no moment that anybody meant.
 */
export function moment(text: string): Date {
  const [, day, time = 'T00:00', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const date = new Date(`${day}${time}${zone}`);
  if (day === undefined || !isDay(day) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('give a date or time, such as 2027-01-31T12:00:00Z');
  return date;
}

/** Not so the 30th of February, which JavaScript takes for a day in March. */
function isDay(day: string): boolean {
  const date = new Date(day);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
