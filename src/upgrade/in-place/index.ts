export { backupOf, type InPlaceBackup } from './backup-of.ts';
export { backupNames, forgetBackup, keepBackup, readBackup } from './backup-store.ts';
export { checkInPlace } from './check-in-place.ts';
export { restoreBackup } from './restore-backup.ts';
