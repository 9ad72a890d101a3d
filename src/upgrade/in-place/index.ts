export { backupOf, type InPlaceBackup, type SavedObject } from './backup-of.ts';
export { backupNames, forgetBackup, keepBackup, readBackup } from './backup-store.ts';
export { checkInPlace, inPlaceVersions } from './check-in-place.ts';
export { restoreBackup, type RestoredObject } from './restore-backup.ts';
