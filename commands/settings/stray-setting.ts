import { MeshctlError } from '../../src/errors.ts';

/** A name in a settings file that means nothing where it stands, though it may elsewhere. */
export class StraySetting extends MeshctlError {
  readonly setting: string;

  constructor(setting: string, message: string, hint: string) {
    super('usage', message, { hint });
    this.setting = setting;
  }
}
