import type { ProxySourceOptions } from '../proxy-config/proxy-source.ts';

/** What the command line of `meshctl authz check` says. */
export interface CheckOptions extends ProxySourceOptions {
  readonly policies: readonly string[];
  readonly request?: string;
  readonly header: readonly string[];
  readonly from?: 'inbound' | 'gateway' | 'outbound';
  readonly sourceIp?: string;
  readonly sourcePrincipal?: string;
  readonly output: 'table' | 'wide' | 'short' | 'json' | 'yaml';
}
