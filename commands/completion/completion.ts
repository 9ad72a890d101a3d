import { Argument } from 'commander';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { scripts } from './scripts.ts';

/** `meshctl completion`: the script that a shell loads; it asks `meshctl __complete` at each press of the tab key. */
export function completionCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .addArgument(new Argument('<shell>', 'shell to write the script for').choices(Object.keys(scripts)))
    .example('source <(meshctl completion bash)', 'Complete in this bash session')
    .example('meshctl completion zsh > "${fpath[1]}/_meshctl"', 'Complete in every new zsh session')
    .example(
      'meshctl completion fish > ~/.config/fish/completions/meshctl.fish',
      'Complete in every new fish session',
    )
    .description('In PowerShell, add the output of `meshctl completion powershell` to the file $PROFILE.')
    .handler((shell: keyof typeof scripts) => {
      io.out(scripts[shell]);
      return 0;
    });
}
