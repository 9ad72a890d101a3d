import { InvalidArgumentError, Option } from 'commander';
import type { ScanThreshold } from '../../src/scan/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { listOption } from '../options.ts';
import { targetOption, type ReportTarget } from '../report-options.ts';

const formats = ['table', 'json', 'yaml', 'sarif', 'github', 'markdown', 'html', 'cyclonedx'] as const;

/** How a scan can be shown. */
export type ScanFormat = (typeof formats)[number];

/** What the flags of `meshctl scan` say. */
export interface ScanOptions extends KubeOptions {
  readonly live?: boolean;
  readonly dump: readonly string[];
  readonly assume: 'partial' | 'complete';
  readonly istioVersion?: string;
  readonly db?: string;
  readonly accept: readonly string[];
  readonly suppress: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly now?: Date;
  /** None: a table to standard output. */
  readonly output: readonly ReportTarget<ScanFormat>[];
  /** What `--fail-on` says; see `FailOnOption`. */
  readonly scanFailOn: ScanThreshold;
  readonly strict: boolean;
}

/** Adds the flags that say what is scanned, how it is judged, and how the outcome is shown. */
export function addScanOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Selection:')
    .addOption(
      new Option('--live', 'read a cluster, too; nothing is changed there').implies({ assume: 'complete' }),
    )
    .addOption(
      listOption(
        '--dump <file>',
        'what a proxy says of itself: server_info, a config dump; or an istiod: debug/syncz; may be repeated',
      ),
    );
  addJudgement(command);
  return addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(targetOption(formats))
    .addOption(
      new FailOnOption('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['critical', 'high', 'medium', 'low', 'never'] satisfies ScanThreshold[])
        .default('high' satisfies ScanThreshold),
    )
    .addOption(new Option('--strict', 'exit with 2 when something could not be decided').default(false));
}

function addJudgement(command: CliCommand): void {
  command
    .optionsGroup('Judgement:')
    .addOption(
      new Option('--assume <completeness>', 'whether what is absent may live in the cluster')
        .choices(['partial', 'complete'])
        .default('partial'),
    )
    .addOption(
      new Option(
        '--istio-version <version>',
        'the version of what does not say it, such as 1.30.2',
      ).argParser(release),
    )
    .addOption(new Option('--db <file>', 'advisories to judge by, in place of those built in'))
    .addOption(listOption('--accept <id>', 'leave out an advisory, by its id or a CVE; may be repeated'))
    .addOption(
      listOption(
        '-S, --suppress <rule[=resource]>',
        'leave out risky settings, as in "hardening/mtls=PeerAuthentication shop/*"',
      ),
    )
    .addOption(new Option('--baseline <file>', 'leave out the risky settings that this file holds'))
    .addOption(new Option('--write-baseline', 'write all risky settings to the baseline'))
    .addOption(momentOption('the day to judge support and certificates by, such as 2027-01-31'));
}

/** Its setting is `scanFailOn` (MESHCTL_SCAN_FAIL_ON): the severities of `analyze` are other ones. */
class FailOnOption extends Option {
  override attributeName(): string {
    return 'scanFailOn';
  }
}

function release(text: string): string {
  if (/^v?\d+\.\d+\.\d+(-\S+)?$/.test(text)) return text.replace(/^v/, '');
  throw new InvalidArgumentError('write a version with its patch, such as 1.31.1');
}
