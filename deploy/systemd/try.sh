#!/usr/bin/env bash
# Tries install, upgrade, roll-back and uninstall in a clean Debian 13.   try.sh BUILT-TREE [ROOT]
# Needs root and debootstrap; ROOT keeps the clean Debian for the next time. systemd does not run in there: the unit is
# read, and its command line is started as its user.
set -euo pipefail
built=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=${2:-$(mktemp -d)}
work=$(mktemp -d)
trap 'rm -rf "$work"; [[ -n ${2:-} ]] || rm -rf "$root"' EXIT

[[ -x $root/usr/bin/apt-get ]] || debootstrap --variant=minbase trixie "$root" http://deb.debian.org/debian >"$work/log"
"$here/release.sh" "$built" 0.1.0 "$work"
"$here/release.sh" "$built" 0.2.0 "$work"
cp "$work"/ansinh-*.tar.gz "$here/install.sh" "$root/srv/"
cat >"$root/srv/try" <<'INSIDE'
set -euo pipefail
cd /srv
run() { echo "--- install.sh $*"; ./install.sh "$@"; }
answers() { # starts what the unit would start and asks it
  local pid
  set -a; . /etc/ansinh/secrets.env; set +a
  # What LoadCredential hands on.
  install -d -o ansinh -m 500 /run/credentials/ansinh.service
  install -o ansinh -m 400 /etc/ansinh/data-keys.json /run/credentials/ansinh.service/data-keys
  export ANSINH_DATA_KEY_FILE=/run/credentials/ansinh.service/data-keys
  install -d -o ansinh -g ansinh -m 750 /var/cache/ansinh /var/cache/ansinh/prepared
  # shellcheck disable=SC2046
  (cd /opt/ansinh/current && exec setpriv --reuid=ansinh --regid=ansinh --init-groups --no-new-privs --inh-caps=-all \
    $(sed -n 's/^ExecStart=//p' /etc/systemd/system/ansinh.service)) >/tmp/ansinh.log 2>&1 &
  pid=$!
  for _ in $(seq 1 600); do
    /opt/ansinh/current/healthy.sh 8080 2>/dev/null && break
    kill -0 $pid 2>/dev/null || { cat /tmp/ansinh.log; exit 1; }
    sleep 0.2
  done
  /opt/ansinh/current/healthy.sh 8080
  (cd /opt/ansinh/current && setpriv --reuid=ansinh --regid=ansinh --init-groups \
    /opt/ansinh/java/bin/java -jar ansinh.jar doctor --config /etc/ansinh/ansinh.yaml)
  kill -TERM $pid
  wait $pid || [[ $? == 143 ]]
  echo "It answers: $(readlink /opt/ansinh/current)"
}
count() { (cd / && setpriv --reuid=postgres --regid=postgres --init-groups psql -qAtX ansinh -c "$1"); }
run install ansinh-0.1.0.tar.gz
answers
[[ $(stat -c '%a %U' /etc/ansinh/secrets.env) == '600 root' ]]
run upgrade ansinh-0.2.0.tar.gz
answers
count "create table later (n integer)"
run rollback --with-database
answers
[[ $(count "select count(*) from pg_tables where tablename = 'later'") == 0 ]]
run upgrade ansinh-0.2.0.tar.gz
count "create table later (n integer)"
run rollback
answers
[[ $(count "select count(*) from pg_tables where tablename = 'later'") == 1 ]]
! ./install.sh rollback
run uninstall
[[ ! -e /opt/ansinh && ! -e /etc/systemd/system/ansinh.service ]]
[[ -s /etc/ansinh/secrets.env && -d /var/lib/ansinh/knowledge-base && -s /var/backups/ansinh/last ]]
[[ $(count "select count(*) > 0 from flyway_schema_history") == t ]]
run install ansinh-0.2.0.tar.gz
answers
run uninstall
pg_lsclusters -h | while read -r version cluster _; do pg_ctlcluster "$version" "$cluster" stop; done
echo "All of it went well in Debian $(cat /etc/debian_version)."
INSIDE
# Namespaces of its own: what it starts ends with it.
# shellcheck disable=SC2016
unshare --mount --pid --fork --kill-child bash -c '
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  chroot "$1" bash /srv/try' bash "$root"
