/** Somebody asked to stop after what is under way. */
export class PauseAsked extends Error {
  constructor() {
    super('a pause was asked for');
    this.name = 'PauseAsked';
  }
}
