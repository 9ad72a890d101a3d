/** The unit of systemd: starting the agent is apart from installing its files. */
export const service = String.raw`
install_service() {
  [ "$service" = yes ] || return 0
  cat >"$scratch/drop-in" <<'END'
# Written by meshctl.
[Unit]
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
Restart=always
RestartSec=10
END
  # Its parent is a memory file system, empty after a start of the machine.
  cat >"$scratch/folders" <<'END'
# Written by meshctl.
d /run/secrets 0755 istio-proxy istio-proxy -
d /run/secrets/tokens 0700 istio-proxy istio-proxy -
END
  before=$changed
  if ! has_unit && [ -x "$root/usr/local/bin/istio-start.sh" ]; then
    write_unit
    install_file "$scratch/unit" /etc/systemd/system/istio.service 644 root
  fi
  install_file "$scratch/drop-in" /etc/systemd/system/istio.service.d/50-meshctl.conf 644 root
  install_file "$scratch/folders" /etc/tmpfiles.d/meshctl-istio.conf 644 root
  enable_service
}

has_unit() {
  # One that was written here stays up to date.
  if [ -f "$root$list" ] && grep -qxF /etc/systemd/system/istio.service "$root$list"; then return 1; fi
  for units in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
    if [ -f "$root$units/istio.service" ]; then return 0; fi
  done
  return 1
}

write_unit() {
  cat >"$scratch/unit" <<'END'
# Written by meshctl.
[Unit]
Description=Istio sidecar

[Service]
ExecStart=/usr/local/bin/istio-start.sh
ExecStopPost=/usr/local/bin/istio-start.sh clean

[Install]
WantedBy=multi-user.target
END
}

enable_service() {
  doing='enabling the unit istio'
  if ! systemd_runs; then
    note 'systemd does not run here: enable the unit istio on the machine itself'
    return 0
  fi
  [ "$changed" -eq "$before" ] || [ "$dry_run" = yes ] || systemctl daemon-reload
  if systemctl is-enabled --quiet istio 2>/dev/null; then
    keep 'unit istio'
    return 0
  fi
  if [ "$dry_run" = no ]; then
    remember 'unit istio'
    systemctl enable --quiet istio
  fi
  did enabled 'unit istio'
}

start_service() {
  [ "$start" = yes ] && systemd_runs || return 0
  doing='starting the unit istio'
  if [ "$changed" -eq 0 ] && systemctl is-active --quiet istio; then
    say 'left the agent running'
    return 0
  fi
  [ "$dry_run" = yes ] || systemctl restart istio
  did started 'unit istio'
}
`;
