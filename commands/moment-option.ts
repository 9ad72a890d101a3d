import { Option } from 'commander';
import { moment } from './moment.ts';

/** `--now <time>`: the moment to judge by instead of the clock; `purpose` says what is judged. */
export function momentOption(purpose: string): Option {
  return new Option('--now <time>', purpose).argParser(moment);
}
