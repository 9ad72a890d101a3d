import { Option } from 'commander';
import { summarizePolicies, type PolicyRow } from '../../src/proxy/authz/index.ts';
import type { Column } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { listOption, outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { addProxySource, proxySource } from '../proxy-config/proxy-source.ts';
import type { CheckOptions } from './check-options.ts';

/** `meshctl authz check`. */
export function checkCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists the authorization policies that a proxy enforces, from the RBAC filters of its listeners; with --request, tells which of them decides. With --policies, lists those of files that count for a workload. _anonymous_match_nothing_ is a filter without rules: with ALLOW, it lets nothing through.',
    )
    .example('meshctl authz check -f dump.json', 'See the policies that a proxy has got')
    .example('meshctl authz check -f dump.json -o wide', 'See dry runs, too, and which listeners have them')
    .example(
      'meshctl authz check -f dump.json --request "GET /admin" --source-principal cluster.local/ns/shop/sa/web',
      'See whether a request would be let in, and by which policy',
    )
    .example('meshctl authz check deployment/reviews.shop --policies mesh/', 'Ask files instead of a proxy')
    .optionsGroup('Request:')
    .addOption(
      new Option('--request <line>', 'judge this request: METHOD /path, METHOD URL or TCP host:port'),
    )
    .addOption(listOption('-H, --header <line>', 'a header, "name: value"; may be repeated'))
    .addOption(
      new Option('--from <direction>', 'whence it comes to the proxy').choices([
        'inbound',
        'gateway',
        'outbound',
      ]),
    )
    .addOption(new Option('--source-ip <ip>', 'the address of the client'))
    .addOption(
      new Option('--source-principal <name>', 'the identity of the client: cluster.local/ns/shop/sa/web'),
    )
    .optionsGroup('Configuration:')
    .addOption(
      listOption(
        '--policies <paths>',
        'files or a folder with the configuration, for [pod]; may be repeated',
      ),
    );
  return addProxySource(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'wide', 'short', 'json', 'yaml']))
    .handler(async (pod: string | undefined, options: CheckOptions) => {
      if (options.policies.length > 0)
        return (await import('./list-configured.ts')).listConfigured(io, pod, options);
      const source = await proxySource(io, { ...options, pod });
      if (options.request !== undefined)
        return (await import('./judge-request.ts')).judgeRequest(io, await source.read(), options);
      return listPolicies(io, await source.read('listeners'), options.output);
    });
}

async function listPolicies(
  io: CommandIo,
  dump: Parameters<typeof summarizePolicies>[0],
  output: CheckOptions['output'],
): Promise<number> {
  const { listeners, rows } = summarizePolicies(dump, { dryRun: true });
  const enforced = rows.filter(({ dryRun }) => !dryRun);
  if (output === 'json' || output === 'yaml') {
    await printDocument(io, output, 'ProxyPolicyList', { policies: rows });
  } else if (listeners > 0) {
    if (output === 'wide') printTable(io, output, [...columns, ...wideColumns], rows);
    else printTable(io, output, columns, enforced);
  }
  if (listeners === 0) io.note(`note: ${dump.name} has no listener that came from a control plane`);
  const tried = rows.length - enforced.length;
  if (tried > 0 && (output === 'table' || output === 'short'))
    io.note(`note: ${tried} more ${tried === 1 ? 'is' : 'are'} only tried out (dry run): -o wide`);
  return 0;
}

const columns: readonly Column<PolicyRow>[] = [
  { header: 'action', cell: ({ action }) => action },
  { header: 'AuthorizationPolicy', cell: ({ policy }) => policy },
  { header: 'rules', cell: ({ rules }) => String(rules.length) },
];

const wideColumns: readonly Column<PolicyRow>[] = [
  { header: 'rule numbers', cell: ({ rules }) => rules.join(',') },
  { header: 'dry run', cell: ({ dryRun }) => (dryRun ? 'yes' : '') },
  { header: 'listeners', cell: ({ listeners }) => listeners.join(',') },
];
