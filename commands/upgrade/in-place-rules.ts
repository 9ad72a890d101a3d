import { backupOf, checkInPlace, keepBackup } from '../../src/upgrade/in-place/index.ts';
import type { CommandIo } from '../command-io.ts';
import type { InstallRules } from '../install/run-install.ts';

/** One minor release at a time, and what is replaced is kept in the cluster. */
export const inPlaceRules = (io: CommandIo): InstallRules => ({
  check: checkInPlace,
  keep: async (writer, plan) => {
    const backup = backupOf(plan);
    if (backup.objects.every(({ before }) => before === null)) return;
    await keepBackup(writer, plan.namespace, backup);
    io.note(
      `backup ${backup.name} in the namespace ${plan.namespace}: \`meshctl upgrade in-place --restore ${backup.name}\` brings it back`,
    );
  },
});
