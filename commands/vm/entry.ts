import type { CommandEntry, Entry } from '../entry.ts';

const groupCreate: CommandEntry = {
  name: 'create',
  summary: 'Write a WorkloadGroup, the template of VMs',
  load: async () => (await import('./group-create.ts')).groupCreateCommand,
};

const bundle: CommandEntry = {
  name: 'bundle',
  summary: 'Write the files by which a VM joins the mesh',
  example: 'meshctl vm bundle -f group.yaml -o vm/',
  load: async () => (await import('./bundle.ts')).bundleCommand,
};

/** The commands about virtual machines, for the table of all commands. */
export const vm: Entry = {
  name: 'vm',
  summary: 'Let virtual machines join the mesh',
  group: 'Virtual machines',
  commands: [
    {
      name: 'group',
      summary: 'Look after WorkloadGroups, the templates of VMs',
      commands: [
        groupCreate,
        {
          name: 'describe',
          summary: 'Show a WorkloadGroup with its VMs and their health',
          load: async () => (await import('./group-describe.ts')).groupDescribeCommand,
        },
        {
          name: 'list',
          aliases: ['ls'],
          summary: 'List WorkloadGroups with how many VMs are healthy',
          load: async () => (await import('./group-list.ts')).groupListCommand,
        },
      ],
    },
    {
      name: 'onboard',
      summary: 'Bring a VM into the mesh: check, write, deliver, wait',
      example: 'meshctl vm onboard web.shop --ssh admin@203.0.113.7',
      load: async () => (await import('./onboard.ts')).onboardCommand,
    },
    bundle,
    {
      name: 'verify',
      summary: 'Check the files of a VM, or the VM itself, and tell how it would fail',
      example: 'meshctl vm verify vm/',
      load: async () => (await import('./verify.ts')).verifyCommand,
    },
    {
      name: 'renew',
      summary: 'Renew the token or the root certificate of a VM',
      example: 'meshctl vm renew vm/',
      load: async () => (await import('./renew.ts')).renewCommand,
    },
    {
      name: 'revoke',
      summary: 'Take VMs out of the mesh, and tell what stays valid',
      example: 'meshctl vm revoke web -n shop --address 10.0.0.7',
      load: async () => (await import('./revoke.ts')).revokeCommand,
    },
    {
      name: 'status',
      summary: 'Show how VMs are, and what is wrong with them',
      example: 'meshctl vm status',
      load: async () => (await import('./status.ts')).statusCommand,
    },
  ],
};

/** The same under the names of istioctl: `experimental workload ...`. */
export const workload: Entry = {
  name: 'workload',
  summary: 'Commands about VMs under the names of istioctl',
  commands: [
    { name: 'group', summary: 'See `meshctl vm group`', commands: [groupCreate] },
    {
      name: 'entry',
      summary: 'See `meshctl vm bundle`',
      commands: [{ ...bundle, name: 'configure' }],
    },
  ],
};
