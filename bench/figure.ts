import { floor, type Benchmark } from './benchmark.ts';

/** What was measured of a benchmark. */
export interface Measured {
  readonly benchmark: Benchmark;
  readonly command: string;
  /** The median of all runs. */
  readonly milliseconds: number;
  /** The peak, where it could be told. */
  readonly megabytes?: number;
}

/** A target and whether it was kept, in words. */
export interface Verdict {
  readonly text: string;
  readonly kept: boolean;
}

/** A line of the result. */
export interface Figure {
  readonly name: string;
  readonly command: string;
  readonly milliseconds: number;
  readonly megabytes?: number;
  /** Times the wall time of a Node program that does nothing. */
  readonly ratio: number;
  readonly verdicts: readonly Verdict[];
}

/** Compares what was measured with the targets; a target whose other side was not measured says nothing. */
export function judge(measured: readonly Measured[]): Figure[] {
  const timeOf = (name: string): number | undefined =>
    measured.find(({ benchmark }) => benchmark.name === name)?.milliseconds;
  return measured.map(({ benchmark, command, milliseconds, megabytes }) => ({
    ...{ name: benchmark.name, command, milliseconds: round(milliseconds) },
    ...(megabytes !== undefined && { megabytes: round(megabytes) }),
    ratio: round(milliseconds / (timeOf(floor) ?? NaN)),
    verdicts: [
      ...(benchmark.targets ?? []).flatMap(({ times, of }) => {
        const other = timeOf(of);
        return other === undefined ? [] : [verdict(milliseconds / other, times, `x ${of}`)];
      }),
      ...(benchmark.milliseconds === undefined ? [] : [verdict(milliseconds, benchmark.milliseconds, ' ms')]),
      ...(benchmark.megabytes === undefined || megabytes === undefined
        ? []
        : [verdict(megabytes, benchmark.megabytes, ' MB')]),
    ],
  }));
}

const round = (value: number): number => Math.round(value * 100) / 100;

const verdict = (value: number, limit: number, unit: string): Verdict => ({
  text: `${value.toFixed(2)} of ${limit}${unit}`,
  kept: value <= limit,
});

/** A table for people. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, milliseconds, ratio, megabytes, verdicts }) => [
    ...[name, milliseconds.toFixed(0), ratio.toFixed(2), megabytes?.toFixed(0) ?? '-'],
    verdicts.map(({ text, kept }) => `${text}${kept ? '' : ' MISSED'}`).join('; '),
  ]);
  const lines = [['BENCHMARK', 'MS', 'X NODE', 'PEAK MB', 'TARGETS'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
