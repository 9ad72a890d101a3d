import { InvalidArgumentError, Option } from 'commander';

/** `--now <time>`: the moment to judge by instead of the clock; `purpose` says what is judged. */
export function momentOption(purpose: string): Option {
  return new Option('--now <time>', purpose).argParser(moment);
}

function moment(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('give a date or time, such as 2027-01-31T12:00:00Z');
  return date;
}
