import { BlockList, isIP } from 'node:net';
import type { JsonObject } from '../../resources/index.ts';
import { textOf } from '../text-of.ts';
import type { ConnectOptions } from '../connect-options.ts';

/**
 * The proxy to reach a server through: `proxy-url` of the cluster, else what HTTPS_PROXY, HTTP_PROXY and NO_PROXY say,
 * in upper or lower case. As with kubectl, this machine itself is never asked for through a proxy of the environment.
 */
export function proxyFor(server: string, cluster: JsonObject, env: Environment): string | undefined {
  const own = textOf(cluster['proxy-url']);
  if (own !== undefined) return own;
  const url = new URL(server);
  const proxy = variable(env, url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (proxy === undefined || isLocal(url) || isExempt(url, variable(env, 'NO_PROXY') ?? '')) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

type Environment = NonNullable<ConnectOptions['env']>;

function variable(env: Environment, name: string): string | undefined {
  return textOf(env[name]) ?? textOf(env[name.toLowerCase()]);
}

function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** Entries of NO_PROXY: `*`, a host with its subdomains, `.subdomains.only`, an address, a range; each may name a port. */
function isExempt(url: URL, list: string): boolean {
  const rules = list.split(',').map((entry) => entry.trim().toLowerCase());
  return rules.some((rule) => rule === '*' || (rule !== '' && covers(rule, url)));
}

function covers(rule: string, url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (rule.includes('/')) return inRange(rule, host);
  const { name, port } = splitPort(rule);
  if (port !== undefined && port !== portOf(url)) return false;
  if (isIP(host) !== 0) return name === host;
  return name.startsWith('.') ? host.endsWith(name) : `.${host}`.endsWith(`.${name}`);
}

function portOf({ port, protocol }: URL): string {
  if (port !== '') return port;
  return protocol === 'https:' ? '443' : '80';
}

function splitPort(rule: string): { readonly name: string; readonly port?: string } {
  if (isIP(rule) === 6) return { name: rule };
  const [, name = rule, port] = /^\[?(.*?)\]?:(\d+)$/.exec(rule) ?? [];
  return port === undefined ? { name } : { name, port };
}

function inRange(rule: string, host: string): boolean {
  const [network = '', bits = ''] = rule.split('/');
  const version = isIP(network);
  const longest = version === 6 ? 128 : 32;
  if (version === 0 || version !== isIP(host) || !/^\d+$/.test(bits) || Number(bits) > longest) return false;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  const range = new BlockList();
  range.addSubnet(network, Number(bits), family);
  return range.check(host, family);
}
