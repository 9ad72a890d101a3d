/** What a tunnel fails with. */
export interface TunnelFaults {
  /** The port was not reached: `text` is what the other side says of it. */
  readonly refused: (text: string) => Promise<Error>;
  /** The tunnel ended in the middle. */
  readonly broken: (cause?: unknown) => Error;
}
