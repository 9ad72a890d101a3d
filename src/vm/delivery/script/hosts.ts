/** One place in /etc/hosts, between two lines that mark it. */
export const hosts = String.raw`
hosts_begin='# meshctl vm: begin'
hosts_end='# meshctl vm: end'

# Half a mark may have lines of others behind it.
check_hosts() {
  [ -f "$root/etc/hosts" ] || return 0
  marks=$(grep -xF -e "$hosts_begin" -e "$hosts_end" "$root/etc/hosts" || :)
  case $marks in
    '' | "$hosts_begin
$hosts_end") ;;
    *) stop "$root/etc/hosts does not have exactly one pair of the lines '$hosts_begin' and '$hosts_end': remove them; nothing was changed" ;;
  esac
}

install_hosts() {
  doing="writing $root/etc/hosts"
  if [ ! -s "$folder/hosts" ]; then
    note "hosts is empty: $root/etc/hosts is left as it is, and the name of istiod must be known by other means"
    return
  fi
  compose_hosts "$folder/hosts"
  if [ -f "$root/etc/hosts" ] && cmp -s "$scratch/hosts" "$root/etc/hosts"; then
    keep /etc/hosts
  else
    if [ "$dry_run" = no ]; then
      make_parent /etc
      remember /etc/hosts
      put_hosts
    fi
    did wrote /etc/hosts
  fi
  note_other_hosts
}

# compose_hosts FILE: the hosts of the machine with the lines of the file in their place, which is the end at first.
compose_hosts() {
  current=$root/etc/hosts
  [ -f "$current" ] || current=/dev/null
  own=$1 awk -v begin="$hosts_begin" -v end="$hosts_end" '
    function put() {
      if (block != "") printf "%s\n%s%s\n", begin, block, end
      placed = 1
    }
    BEGIN { while ((getline line < ENVIRON["own"]) > 0) block = block line "\n" }
    $0 == begin { inside = 1; put(); next }
    $0 == end { inside = 0; next }
    !inside { print }
    END { if (!placed) put() }
  ' "$current" >"$scratch/hosts"
}

# A copy keeps owner and mode; a link stays one.
put_hosts() {
  place=$root/etc/hosts
  [ ! -L "$place" ] || place=$(readlink -f "$place")
  draft=$(mktemp "$place.XXXXXX")
  if [ -f "$place" ]; then cp -p "$place" "$draft"; else chmod 644 "$draft"; fi
  cat "$scratch/hosts" >"$draft"
  mv -f "$draft" "$place"
  draft=''
  [ -n "$root" ] || ! command -v restorecon >/dev/null || restorecon "$place" || :
}

# The first line with a name wins.
note_other_hosts() {
  own=$folder/hosts where=$root/etc/hosts awk -v begin="$hosts_begin" -v end="$hosts_end" '
    BEGIN { while ((getline line < ENVIRON["own"]) > 0) { split(line, part, " "); address[part[2]] = part[1] } }
    $0 == begin { inside = 1 }
    $0 == end { inside = 0 }
    inside { next }
    {
      sub(/#.*/, "")
      for (i = 2; i <= NF; i++)
        if ($i in address && address[$i] != $1)
          print "note: " ENVIRON["where"] " has another address for " $i ", " $1 ": remove it, or the agent may go there"
    }
  ' "$scratch/hosts"
}
`;
