import { filesOf, type BundleFileName, type CertificateFileName } from '../bundle/vm-bundle.ts';
import type { DeliveredBundle } from './delivered-bundle.ts';
import { installScript, type InstallOptions } from './install-script.ts';

/** Texts by their path in the folder of a playbook. `files/istio-token` and `files/key.pem` are secrets. */
export interface AnsiblePlaybook {
  readonly files: Readonly<
    Record<'playbook.yaml' | 'files/install.sh' | `files/${BundleFileName}`, string> &
      Partial<Record<`files/${CertificateFileName}`, string>>
  >;
}

/**
 * An Ansible playbook that copies the bundle to the hosts `istio_vms`, installs it there and removes the copy. It uses
 * modules of ansible.builtin alone, and nothing of the bundle is in the playbook itself, where it would be a template.
 */
export function ansiblePlaybook(
  { files }: DeliveredBundle,
  options: InstallOptions = { service: true, start: true },
): AnsiblePlaybook {
  const given = filesOf(files);
  const bundle = given.map(([name, text]) => [`files/${name}`, text]);
  return {
    files: {
      'playbook.yaml': playbookFor(given.map(([name]) => name)),
      'files/install.sh': installScript(options),
      ...(Object.fromEntries(bundle) as Record<`files/${BundleFileName}`, string>),
    },
  };
}

const playbookFor = (
  names: readonly string[],
): string => `# Lets machines join an Istio mesh. Written by meshctl.
# ansible-playbook -i inventory playbook.yaml            installs
# ansible-playbook -i inventory playbook.yaml --check    says what would be done
# A bundle is for machines of one WorkloadGroup; the token is a secret and expires.
- name: Join an Istio mesh
  hosts: istio_vms
  become: true
  gather_facts: false
  tasks:
    - name: Install the files of the VM
      # The copy is removed again, so that it is made in check mode, too.
      check_mode: false
      block:
        - name: Make a folder for the bundle
          ansible.builtin.tempfile:
            state: directory
            prefix: meshctl-vm-
          register: bundle
          changed_when: false
        - name: Copy the bundle
          ansible.builtin.copy:
            src: files/{{ item }}
            dest: "{{ bundle.path }}/{{ item }}"
            owner: root
            mode: "0600"
          loop:
            - install.sh
${names.map((name) => `            - ${name}\n`).join('')}          no_log: true
          diff: false
          changed_when: false
        - name: Run the install script
          ansible.builtin.command:
            argv: "{{ ['sh', bundle.path ~ '/install.sh'] + (['--dry-run'] if ansible_check_mode else []) + [bundle.path] }}"
          register: installed
          changed_when: "'done: nothing to do' not in installed.stdout"
      always:
        - name: Remove the folder
          ansible.builtin.file:
            path: "{{ bundle.path }}"
            state: absent
          changed_when: false
          when: bundle.path is defined
        - name: Tell what was done
          ansible.builtin.debug:
            var: installed.stdout_lines
          when: installed.stdout_lines is defined
`;
