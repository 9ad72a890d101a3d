import { InvalidArgumentError, Option } from 'commander';

/** `--ssh-port <port>`. */
export function sshPortOption(): Option {
  return new Option('--ssh-port <port>', 'port of its ssh').argParser(portOf);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('give a number from 1 to 65535');
}
