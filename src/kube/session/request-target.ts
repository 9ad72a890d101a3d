/** What a path of the API names. */
interface Target {
  readonly group: string;
  /** Undefined for discovery: `/apis`, `/api/v1`. */
  readonly resource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What a request for a path does, after "cannot" or "may not": `list pods in the namespace "shop"`. */
export function describeRequest(path: string): string {
  const { group, resource, namespace, name } = targetOf(path);
  if (!/^\/apis?(\/|$)/.test(path)) return `read ${path}`;
  if (resource === undefined) return 'ask which kinds are served';
  const where = namespace === undefined ? '' : ` in the namespace "${namespace}"`;
  const what = qualified(resource, group);
  return name === undefined
    ? `list ${what}${where || ' of the whole cluster'}`
    : `get ${what} "${name}"${where}`;
}

/** The command by which an administrator permits reading what a path names. */
export function permissionHint(path: string): string {
  const { group, resource, namespace } = targetOf(path);
  if (resource === undefined) return 'an administrator can bind the ClusterRole system:discovery to you';
  return grantCommand([qualified(resource, group)], namespace);
}

/** The RBAC rule for resources such as `pods` and `gateways.networking.istio.io`, as a command that makes it. */
export function grantCommand(resources: readonly string[], namespace?: string, use: Use = 'read'): string {
  const role = namespace === undefined ? 'clusterrole' : `role -n ${namespace}`;
  const command = `kubectl create ${role} meshctl-${use} --verb=${verbs[use]} --resource=${resources.join(',')}`;
  return `an administrator can permit it: \`${command}\`, bound to you`;
}

type Use = keyof typeof verbs;

/** Server-side apply is a patch, and a create where nothing was. */
const verbs = { read: 'get,list', write: 'get,list,watch,create,patch,delete' };

function qualified(resource: string, group: string): string {
  return group === '' ? resource : `${resource}.${group}`;
}

function targetOf(path: string): Target {
  const [root, ...parts] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const group = root === 'apis' ? (parts.shift() ?? '') : '';
  parts.shift();
  const namespace = parts[0] === 'namespaces' && parts.length > 2 ? parts[1] : undefined;
  const [resource, name] = namespace === undefined ? parts : parts.slice(2);
  return {
    group,
    ...(resource !== undefined && { resource }),
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
  };
}
