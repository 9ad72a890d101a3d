/** Ctrl-C came as a key, to a question: the terminal makes no signal of it then. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}
