import { Option } from 'commander';
import { selectPolicies, shown } from '../../src/ztunnel/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addDumpOptions, readDump, type DumpOptions } from './dump-options.ts';
import { printSection } from './print-section.ts';
import { tables } from './tables.ts';

interface PolicyOptions extends DumpOptions {
  readonly policyNamespace?: string;
}

/** `meshctl ztunnel-config policy`. */
export function policyCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example('meshctl ztunnel-config policy cart-1.shop', 'See the policies that are enforced for a pod')
    .example(
      'meshctl ztunnel-config policy -f dump.json --policy-namespace shop',
      'See those of one namespace',
    )
    .example('meshctl ztunnel-config policy -f dump.json -o yaml', 'Read their rules')
    .optionsGroup('Selection:')
    .addOption(new Option('--policy-namespace <name>', 'only policies of this namespace'));
  return addDumpOptions(command, io).handler(async (pod: string | undefined, options: PolicyOptions) => {
    const policies = selectPolicies(await readDump(io, pod, options), { namespace: options.policyNamespace });
    await printSection(io, options.output, {
      columns: tables.policies,
      rows: () => policies,
      data: () => shown('policies', policies),
    });
    return 0;
  });
}
