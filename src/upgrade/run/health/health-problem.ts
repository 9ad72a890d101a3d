/** Something that is not well. */
export interface HealthProblem {
  readonly text: string;
  /** False for what may pass by itself, such as a proxy that has not connected yet. */
  readonly lasts: boolean;
}
