import { InvalidArgumentError, Option } from 'commander';

/** A flag that names a folder; nothing is no folder, though it would be taken for the current one. */
export const folderOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(nameOf);

function nameOf(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('give the name of a folder, or . for the current one');
}
