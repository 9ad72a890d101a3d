import { Option } from 'commander';
import type { CommandIo } from '../command-io.ts';
import { writeFileAtomically } from '../write-file.ts';

/** `-o, --output <file>`, which must be given; `saveText` takes it. */
export function savedAsOption(): Option {
  return new SavedAsOption(
    '-o, --output <file>',
    'the file to write, for you alone; - for standard output',
  ).makeOptionMandatory();
}

/** Writes a file, whole or not at all, that only its owner may read; or standard output for `-`. */
export function saveText(io: CommandIo, savedAs: string, text: string): void {
  if (savedAs === '-') io.out(text);
  else writeFileAtomically(io.cwd, savedAs, text, { mode: 0o600 });
}

/** Its setting is `savedAs` (MESHCTL_SAVED_AS): the `output` of other commands is a format. */
class SavedAsOption extends Option {
  override attributeName(): string {
    return 'savedAs';
  }
}
