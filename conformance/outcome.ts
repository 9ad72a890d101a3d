/** What came of one recorded case. */
export interface Outcome {
  readonly id: string;
  /** One sentence for each way in which meshctl differs; none when it agrees. */
  readonly mismatches: readonly string[];
}
