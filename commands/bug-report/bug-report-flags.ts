import { InvalidArgumentError, Option } from 'commander';
import type { CliCommand } from '../command.ts';
import type { KubeOptions } from '../kube-options.ts';
import { moment } from '../moment.ts';
import { listOption } from '../options.ts';
import { proxyAdminPortOption } from '../pod-options.ts';
import { durationOption, millisecondsOf } from '../request-timeout.ts';
import { parseDuration } from '../../src/duration.ts';

/** What the flags of `meshctl bug-report` say. */
export interface BugReportFlags extends KubeOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** A duration or a moment. */
  readonly since?: string;
  readonly proxyAdminPort: number;
  readonly skipAnalysis?: boolean;
  readonly maxSize: string;
  readonly timeout: string;
  /** Where the archive is written to. */
  readonly savedAs: string;
  readonly dir: string;
  readonly dryRun?: boolean;
}

/** Adds them, but for those that say which cluster. */
export function addBugReportFlags(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Selection:')
    .addOption(listOption('--include <pods>', 'only these and the control plane, as explained above'))
    .addOption(listOption('--exclude <pods>', 'not these, instead of the namespaces of Kubernetes'))
    .addOption(new Option('--since <time>', 'logs of the last 1h, say, or from a moment on').argParser(time))
    .addOption(new Option('--duration <time>', 'istioctl: --since').argParser(time).hideHelp())
    .addOption(proxyAdminPortOption())
    .addOption(new Option('--skip-analysis', 'leave out what `meshctl analyze` finds'))
    .optionsGroup('Bounds:')
    .addOption(
      new Option('--max-size <size>', 'of all files before they are packed, such as 50Mi')
        .default('100Mi')
        .argParser((text) => {
          if (bytesOf(text) === undefined) throw new InvalidArgumentError('give a size such as 50Mi');
          return text;
        }),
    )
    .addOption(durationOption('--timeout <time>', 'time for the whole; 0 for any', '10m'))
    .optionsGroup('Output:')
    .addOption(new ArchiveOption('-o, --output <file>', 'the archive').default('bug-report.tar.gz'))
    .addOption(new Option('--dir <folder>', 'folder that it is written to').default('.'))
    .addOption(new Option('--dry-run', 'only list what would be gathered'));
}

/** Its setting is `savedAs`: the `output` of other commands is a format. */
class ArchiveOption extends Option {
  override attributeName(): string {
    return 'savedAs';
  }
}

function time(text: string): string {
  if (parseDuration(text) === undefined) moment(text);
  return text;
}

/** The moment that `--since` means. */
export function sinceOf(text: string, now: Date): Date {
  return parseDuration(text) === undefined ? moment(text) : new Date(now.getTime() - millisecondsOf(text));
}

/** Of `50Mi`, `50M` or a number of bytes; undefined for another text. */
export function bytesOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,9})(Ki|Mi|Gi|k|M|G)?$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * (units[unit] ?? 1);
}

const units: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  k: 1e3,
  M: 1e6,
  G: 1e9,
};
