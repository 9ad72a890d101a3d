import { Option } from 'commander';
import {
  formatTrace,
  parseRequest,
  reachesSomething,
  traceRequest,
  type RequestDetails,
} from '../../src/proxy/trace/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { momentOption } from '../moment-option.ts';
import { listOption, outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { addProxySource, proxySource, type ProxySourceOptions } from './proxy-source.ts';

interface TraceOptions extends ProxySourceOptions {
  readonly request: string;
  readonly header: readonly string[];
  readonly from: 'outbound' | 'inbound' | 'gateway';
  readonly sourcePrincipal?: string;
  readonly sourceIp?: string;
  readonly tlsSni?: string;
  readonly destination?: string;
  readonly now?: Date;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl proxy-config trace`. */
export function traceCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .example(
      'meshctl proxy-config trace -f dump.json --request "GET http://reviews.shop:9080/api?x=1"',
      'See where a sidecar sends a request, and why',
    )
    .example(
      'meshctl proxy-config trace -f dump.json --request "GET http://reviews:9080/" -H "end-user: jason"',
      'Ask for the route of a header',
    )
    .example(
      'meshctl proxy-config trace -f dump.json --from inbound --destination 10.1.2.3:9080 --source-principal cluster.local/ns/shop/sa/web --request "GET http://reviews:9080/"',
      'See whether a workload lets another one in',
    )
    .optionsGroup('Request:')
    .addOption(
      new Option(
        '--request <line>',
        'METHOD URL; a URL alone is a GET; CONNECT, TCP or TLS host:port, or tcp:// and tls:// URLs, for bytes that are not HTTP',
      ).makeOptionMandatory(),
    );
  addProxySource(addRequestOptions(command), io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler(async (pod: string | undefined, options: TraceOptions) => {
    const request = parseRequest(options.request, detailsOf(options));
    const source = await proxySource(io, { ...options, pod });
    const trace = traceRequest(await source.read(), request, options.now ?? new Date());
    if (options.output === 'table') io.out(formatTrace(trace));
    else await printDocument(io, options.output, 'Trace', { ...trace });
    return reachesSomething(trace.verdict) ? 0 : 1;
  });
}

function addRequestOptions(command: CliCommand): CliCommand {
  return command
    .addOption(listOption('-H, --header <line>', 'a header, "name: value"; may be repeated'))
    .addOption(
      new Option('--from <direction>', 'whence it comes to the proxy')
        .choices(['outbound', 'inbound', 'gateway'])
        .default('outbound'),
    )
    .addOption(new Option('--destination <ip:port>', 'the address it is sent to, when the URL has a name'))
    .addOption(new Option('--source-ip <ip>', 'the address of the client'))
    .addOption(
      new Option('--source-principal <name>', 'the identity of the client: cluster.local/ns/shop/sa/web'),
    )
    .addOption(momentOption('when it is sent, by which tokens are judged; now where nothing is given'))
    .addOption(new Option('--tls-sni <name>', 'the server name of TLS, when it is not the host'));
}

function detailsOf(options: TraceOptions): RequestDetails {
  const { from, sourcePrincipal, sourceIp, tlsSni, destination } = options;
  return { from, headers: options.header, sourcePrincipal, sourceIp, sni: tlsSni, destination };
}
