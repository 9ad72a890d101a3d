/** Takes back what the list says was installed; folders only when they are empty. */
export const uninstall = String.raw`
remove_all() {
  if [ ! -f "$root$list" ]; then
    note "$root$list is not there: nothing was installed by this script"
    return 0
  fi
  check_hosts
  # Files may lie in a folder by another name of it, so folders come last, the innermost first.
  { grep -v '/$' "$root$list" | sort -r; grep '/$' "$root$list" | sort -r; } >"$scratch/list"
  if grep -qxF 'unit istio' "$scratch/list"; then stop_service; fi
  while IFS= read -r place; do
    doing="removing $root$place"
    case $place in
      'unit istio') ;;
      /etc/hosts) remove_hosts ;;
      */) remove_folder "$place" ;;
      *) remove_file "$place" ;;
    esac
  done <"$scratch/list"
  doing="removing $root$list"
  [ "$dry_run" = yes ] || rm -f -- "$root$list"
  [ "$dry_run" = yes ] || rmdir "$root$(dirname "$list")" 2>/dev/null || :
  doing=''
}

# The unit cleans up the redirection of traffic when it stops, so it must go first.
stop_service() {
  doing='stopping the unit istio'
  systemd_runs || return 0
  [ "$dry_run" = yes ] || systemctl disable --quiet --now istio
  did stopped 'unit istio'
}

remove_hosts() {
  compose_hosts /dev/null
  if cmp -s "$scratch/hosts" "$root/etc/hosts"; then return 0; fi
  [ "$dry_run" = yes ] || put_hosts
  did 'removed its lines from' /etc/hosts
}

remove_file() {
  [ -e "$root$1" ] || [ -L "$root$1" ] || return 0
  [ "$dry_run" = yes ] || rm -f -- "$root$1"
  did removed "$1"
}

remove_folder() {
  [ -d "$root$1" ] || return 0
  if [ "$dry_run" = yes ]; then
    did removed "$1"
  elif rmdir "$root$1" 2>/dev/null; then
    did removed "$1"
  else
    keep "$1"
  fi
}
`;
