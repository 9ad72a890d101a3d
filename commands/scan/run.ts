import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addScanOptions, type ScanOptions } from './scan-options.ts';

/** `meshctl scan`. */
export function scanCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Takes the inventory of a mesh (control planes, gateways, sidecars, waypoints, ztunnels, CNI nodes, with their versions), decides for each known weakness whether it concerns what runs as it is configured, and looks for risky settings. It says what to upgrade to. Nothing is changed, and nothing but the cluster is asked. `run` may be left out.',
    )
    .argument(
      '[paths...]',
      'files, folders or patterns with manifests or saved objects; - for standard input',
    )
    .example('meshctl scan run --live', 'Scan the cluster of the current context')
    .example('meshctl scan run mesh/ --istio-version 1.30.2', 'Scan a configuration before it is applied')
    .example(
      'meshctl scan run --assume complete saved.yaml -o sarif=scan.sarif',
      'Scan what `kubectl get -o yaml` saved, for code scanning',
    )
    .example('meshctl scan run --live -o cyclonedx > bom.json', 'Write a bill of materials with VEX');
  return addScanOptions(command, io).handler(async (paths: readonly string[], options: ScanOptions) =>
    (await import('./run-scan.ts')).runScan(io, paths, options),
  );
}
