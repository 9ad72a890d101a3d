/** What the survey says of itself, so that what a login shell says is not taken for it. */
export const surveyMark = 'meshctl-survey:';

/**
 * Tells the state of a machine that is to be in a mesh, line by line: a keyword with what belongs to it, and texts after
 * bars. For any POSIX shell. It changes nothing, and neither the signature of the token nor any key leaves the machine.
 */
export const surveyScript = String.raw`
umask 077
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
PATH=$PATH:/usr/local/bin:/usr/sbin:/sbin
settings=/var/lib/istio/envoy

has() {
  command -v "$1" >/dev/null 2>&1
}

# setting NAME: as the start script will have it, without quotes.
setting() {
  cat "$settings/sidecar.env" "$settings/cluster.env" 2>/dev/null | sed -n "s/^\(export \)\{0,1\}$1=//p" | tail -n 1 | tr -d "'\"\r"
}

# Programs that wait for what does not answer are ended.
patiently() {
  if has timeout; then timeout 6 "$@"; else "$@"; fi
}

# The agent's own traffic is not captured: that of others is.
as_agent() {
  if has runuser && id istio-proxy >/dev/null 2>&1; then runuser -u istio-proxy -- "$@"; else "$@"; fi
}

# place PATH: its mode, owner, group and kind; nothing when it is not there.
place() {
  [ -e "$1" ] || return 0
  kind='file'
  [ ! -d "$1" ] || kind='folder'
  stat -L -c "place %a %u %g $kind %n" "$1"
}

barred() {
  head -c 1000000 | sed 's/^/|/'
}

# text PATH: what is in a file that holds no secret.
text() {
  [ -f "$1" ] || return 0
  echo "text $1"
  barred <"$1"
  echo
}

# Blocks of PEM that are no certificates stay here; only their labels go.
certificates() {
  [ -f "$1" ] || return 0
  echo "text $1"
  awk '
    /^-----END / { inside = 0 }
    !inside { print }
    /^-----BEGIN / && !/^-----BEGIN CERTIFICATE-----/ { inside = 1 }
  ' "$1" | barred
  echo
}

# What the token says goes without its signature, with which alone it is worth something.
token() {
  [ -f "$1" ] || return 0
  echo "text $1"
  awk '
    { whole = whole $0 }
    END {
      gsub(/[ \t\r]/, "", whole)
      count = split(whole, part, ".")
      if (whole == "") print ""
      else if (count != 3 || whole !~ /^[A-Za-z0-9_.-]+$/) print "malformed"
      else if (part[3] == "") print part[1] "." part[2] "."
      else print part[1] "." part[2] ".withheld"
    }
  ' "$1" | barred
  echo
}

# answer NAME URL: status and body of what answers there; 0 for nobody.
answer() {
  if has curl; then
    got=$(curl -q -s -m 5 --noproxy '*' -w '\n%{http_code}' "$2" 2>/dev/null)
    code=$(printf '%s\n' "$got" | tail -n 1)
    got=$(printf '%s\n' "$got" | sed '$d')
  elif has wget; then
    got=$(patiently wget -q -O - "$2" 2>/dev/null)
    # It does not tell which status it was.
    case $? in 0) code=200 ;; 8) code=500 ;; *) code=0 ;; esac
  else
    return 0
  fi
  echo "answer $1 $code"
  printf '%s\n' "$got" | barred
}

# Names of istiod that the agent may look for.
names() {
  {
    setting CA_ADDR
    setting PILOT_ADDRESS
    sed -n 's/^ *"\{0,1\}discoveryAddress"\{0,1\}: *//p' /etc/istio/config/mesh 2>/dev/null | tr -d "'\", \r"
    echo "istiod.$(setting ISTIO_SYSTEM_NAMESPACE).svc"
    echo istiod.istio-system.svc
  } | sed 's/:[0-9]*$//' | grep -E '^[A-Za-z0-9][A-Za-z0-9-]*([.][A-Za-z0-9-]+)*$' | grep -Ev '^[0-9.]+$' | sort -u
}

# What is at port 15012 of it: how curl ends, which tells a failed dial from a certificate that is not trusted.
reach() {
  has curl || return 0
  as_agent curl -q -s -m 5 --noproxy '*' -o /dev/null --cacert /etc/certs/root-cert.pem "https://$1:15012/" 2>/dev/null
  echo "reach $1 $?"
}

unit() {
  for units in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
    [ ! -f "$units/istio.service" ] || echo "unit file present"
  done
  [ -d /run/systemd/system ] && has systemctl || return 0
  echo "unit enabled $(systemctl is-enabled istio 2>/dev/null)"
  echo "unit active $(systemctl is-active istio 2>/dev/null)"
}

survey() {
  echo "clock $(date +%s)"
  has id && id istio-proxy >/dev/null 2>&1 && echo "user $(id -u istio-proxy) $(id -g istio-proxy)"
  certs=$(setting OUTPUT_CERTS)
  case $certs in /*) ;; *) certs=/etc/certs ;; esac
  echo "certificates $certs"
  for path in /usr/local/bin/pilot-agent /usr/local/bin/envoy /usr/local/bin/istio-start.sh \
    /var/lib/istio/envoy/envoy_bootstrap_tmpl.json /var/lib/istio /var/lib/istio/envoy /etc/certs /etc/istio/proxy \
    /etc/istio/config /etc/istio/config/mesh /var/lib/istio/envoy/cluster.env /etc/certs/root-cert.pem \
    /var/run/secrets/tokens/istio-token /var/run/secrets/workload-spiffe-uds/socket \
    /var/run/secrets/workload-spiffe-credentials "$certs/key.pem" "$certs/cert-chain.pem"; do
    place "$path"
  done
  for path in /etc/hosts /etc/istio/config/mesh "$settings/sidecar.env" "$settings/cluster.env"; do text "$path"; done
  token /var/run/secrets/tokens/istio-token
  certificates /etc/certs/root-cert.pem
  certificates "$certs/cert-chain.pem"
  if [ -f "$certs/key.pem" ] && has openssl; then
    echo 'text public-key'
    openssl pkey -in "$certs/key.pem" -passin pass: -pubout 2>/dev/null | barred
  fi
  version=$(patiently /usr/local/bin/pilot-agent version --short 2>/dev/null | head -n 1)
  echo "version $version"
  unit
  cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" { split($2, at, ":"); print "listener", at[2], $8 }'
  for name in $(names); do
    addresses=$(patiently getent ahosts "$name" 2>/dev/null | awk '{ print $1 }' | sort -u | tr '\n' ' ')
    echo "lookup $name $addresses"
    reach "$name"
  done
  answer ready http://127.0.0.1:15021/healthz/ready
  answer server http://127.0.0.1:15000/server_info
  answer stats 'http://127.0.0.1:15000/stats?filter=control_plane'
  answer certs http://127.0.0.1:15000/certs
}

{
  echo '${surveyMark} begin'
  survey
  echo '${surveyMark} end'
} </dev/null
exit 0
`;
