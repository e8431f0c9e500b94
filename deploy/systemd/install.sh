#!/usr/bin/env bash
# An Sinh on a bare Debian server, with the distribution's PostgreSQL. To be run as root.
#
#   install.sh install RELEASE.tar.gz     the first time
#   install.sh upgrade RELEASE.tar.gz     another release; the database is saved before
#   install.sh rollback [--with-database] the release before; with the database as it was saved before the upgrade
#   install.sh uninstall                  the program goes; database, settings, knowledge and saved databases stay
#
# A release comes from deploy/systemd/release.sh. ANSINH_JAVA_HOME may name a JDK or JRE 25 that is there already; else
# the distribution's is installed. Nothing is asked; what was done is said.
set -euo pipefail

program=/opt/ansinh
settings=/etc/ansinh
state=/var/lib/ansinh
saved=/var/backups/ansinh
units=/etc/systemd/system
port=8080

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
booted() { [[ -d /run/systemd/system ]]; }
as_postgres() { (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); }

packages() {
  local wanted=(postgresql postgresql-client ca-certificates)
  [[ -n ${ANSINH_JAVA_HOME:-} ]] || wanted+=(openjdk-25-jre-headless)
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null ||
    fail "These packages are not to be had: ${wanted[*]}. Debian 13 has Java 25; elsewhere name one in ANSINH_JAVA_HOME."
}

java_there() {
  local home=${ANSINH_JAVA_HOME:-}
  [[ -n $home ]] || home=$(dirname "$(dirname "$(readlink -f /usr/lib/jvm/java-25-openjdk-*/bin/java | head -1)")")
  "$home/bin/java" -version 2>&1 | grep -qE 'version "(2[5-9]|[3-9][0-9])' || fail "$home holds no Java 25."
  ln -sfn "$home" "$program/java"
}

user_and_directories() {
  getent passwd ansinh >/dev/null ||
    useradd --system --user-group --home-dir "$state" --no-create-home --shell /usr/sbin/nologin ansinh
  install -d -m 755 "$program" "$program/releases"
  install -d -m 750 -g ansinh "$settings"
  install -d -m 750 -o ansinh -g ansinh "$state"
  install -d -m 700 "$saved"
}

database() {
  booted && systemctl enable --now -q postgresql
  if ! as_postgres psql -qXc 'select 1' >/dev/null 2>&1; then
    # Without systemd (a container, a chroot) Debian's own tool starts it.
    pg_lsclusters -h | while read -r version cluster _; do pg_ctlcluster "$version" "$cluster" start; done
  fi
  [[ -e $settings/secrets.env ]] && return
  local password
  password=$(od -An -tx1 -N24 /dev/urandom | tr -d ' \n')
  # By standard input: a command line can be read by everybody on the machine.
  as_postgres psql -qX -v ON_ERROR_STOP=1 >/dev/null <<SQL
select 'create role ansinh login' where not exists (select from pg_roles where rolname = 'ansinh') \gexec
alter role ansinh password '$password';
select 'create database ansinh owner ansinh template template0 encoding ''UTF8'''
where not exists (select from pg_database where datname = 'ansinh') \gexec
SQL
  (umask 077 && cat >"$settings/secrets.env") <<ENV
ANSINH_DATABASE_URL=postgresql://ansinh:$password@127.0.0.1:5432/ansinh
# From @BotFather; empty runs without Telegram.
ANSINH_TELEGRAM_TOKEN=
# Of the bot at bot.zaloplatforms.com; empty runs without Zalo.
ANSINH_ZALO_TOKEN=
# 12 characters or more; empty leaves the nightly backups legible. Keep it somewhere else too: without it none is opened.
ANSINH_BACKUP_PASSPHRASE=
ENV
}

# The keys of personal data, which root alone reads: made once, never by the service itself.
keys() {
  [[ -e $settings/data-keys.json ]] && return
  (cd "$program/current" && ANSINH_DATA_KEY_FILE=$settings/data-keys.json \
    "$program/java/bin/java" -jar ansinh.jar keys create --config "$settings/ansinh.yaml" >/dev/null)
  say "The keys of personal data are in $settings/data-keys.json: copy it to a safe place, apart from saved databases."
}

unpack() { # RELEASE.tar.gz -> the name of the release
  local name
  name=$(tar -tzf "$1" | sed -n '1s,/.*,,p') || fail "$1 is no release."
  [[ $name == ansinh-* ]] || fail "$1 is no release."
  if [[ ! -d $program/releases/$name ]]; then
    tar -xzf "$1" -C "$program/releases" --no-same-owner
  fi
  # What a start leaves for the next one lies where the service may write.
  ln -sfn /var/cache/ansinh/prepared "$program/releases/$name/ansinh.prepared"
  echo "$name"
}

# The officers' knowledge base follows the release as long as nobody has edited it.
knowledge() { # NEW-RELEASE OLD-RELEASE
  local base=$state/knowledge-base
  if [[ ! -d $base ]]; then
    cp -R "$1/knowledge-base" "$base"
  elif [[ -n $2 ]] && diff -rq "$2/knowledge-base" "$base" >/dev/null; then
    rm -rf "$base"
    cp -R "$1/knowledge-base" "$base"
  elif ! diff -rq "$1/knowledge-base" "$base" >/dev/null; then
    say "The knowledge base in $base was edited and stays as it is; compare it with $1/knowledge-base."
  fi
  chown -R ansinh:ansinh "$base"
}

save_database() {
  local file
  file=$saved/before-$(date +%Y%m%dT%H%M%S).dump
  (umask 077 && as_postgres pg_dump -Fc ansinh >"$file")
  ln -sfn "$file" "$saved/last"
  say "The database was saved in $file."
}

begin() {
  install -m 644 -t "$units" "$program/current/deploy/systemd/"ansinh{,-backup}.service \
    "$program/current/deploy/systemd/ansinh-backup.timer"
  if ! booted; then
    say "systemd does not run here: the unit is installed and not started."
    return
  fi
  systemctl daemon-reload
  systemctl enable -q ansinh
  systemctl enable -q --now ansinh-backup.timer
  systemctl restart ansinh
  for _ in $(seq 1 60); do
    "$program/current/healthy.sh" "$port" 2>/dev/null && { say "An Sinh runs: http://127.0.0.1:$port/"; return; }
    sleep 1
  done
  fail "An Sinh did not get ready within a minute: journalctl -u ansinh -n 50, then «install.sh rollback»."
}

stop() { ! booted || systemctl stop ansinh 2>/dev/null || true; }

switch_to() { # RELEASE-NAME
  local before
  before=$(readlink "$program/current" || true)
  [[ -z $before || $before == "releases/$1" ]] || ln -sfn "$before" "$program/previous"
  ln -sfn "releases/$1" "$program/current"
}

install_() {
  local name
  packages
  user_and_directories
  java_there
  database
  name=$(unpack "$1")
  knowledge "$program/releases/$name" ''
  if [[ ! -e $settings/ansinh.yaml ]]; then
    sed 's,^  directory: knowledge-base$,  directory: /var/lib/ansinh/knowledge-base,' \
      "$program/releases/$name/config/ansinh.yaml" >"$settings/ansinh.yaml"
    chgrp ansinh "$settings/ansinh.yaml"
    chmod 640 "$settings/ansinh.yaml"
  fi
  switch_to "$name"
  keys
  begin
  say "Settings: $settings/ansinh.yaml, secrets: $settings/secrets.env. The one-time link: journalctl -u ansinh | grep /console/"
}

upgrade() {
  local name old
  [[ -L $program/current ]] || fail "An Sinh is not installed here."
  old=$(readlink -f "$program/current")
  name=$(unpack "$1")
  [[ $program/releases/$name != "$old" ]] || fail "$name is what runs already."
  stop
  save_database
  knowledge "$program/releases/$name" "$old"
  switch_to "$name"
  keys
  begin
  say "$name replaces $(basename "$old"); back with «install.sh rollback»."
}

rollback() {
  local old
  [[ -L $program/previous ]] || fail "There is no release before this one."
  old=$(basename "$(readlink "$program/previous")")
  stop
  if [[ ${1:-} == --with-database ]]; then
    [[ -r $saved/last ]] || fail "No database was saved."
    as_postgres dropdb --force ansinh
    as_postgres createdb -O ansinh -T template0 -E UTF8 ansinh
    as_postgres pg_restore --exit-on-error -d ansinh <"$saved/last"
    say "The database is as $(readlink "$saved/last") has it; what came later is gone."
  fi
  # There is nothing before the one before.
  rm "$program/previous"
  ln -sfn "releases/$old" "$program/current"
  begin
  say "$old runs again."
}

uninstall() {
  stop
  ! booted || systemctl disable -q --now ansinh-backup.timer ansinh 2>/dev/null || true
  rm -rf "$units"/ansinh{,-backup}.service "$units/ansinh-backup.timer" "$program" /var/cache/ansinh
  ! booted || systemctl daemon-reload
  say "The program is gone. What was kept: the database «ansinh» in PostgreSQL, $settings, $state, $saved, /var/lib/ansinh-backups."
}

[[ $(id -u) == 0 ]] || fail "Run it as root."
case "${1:-}:$#" in
  install:2) install_ "$2" ;;
  upgrade:2) upgrade "$2" ;;
  rollback:1 | rollback:2) rollback "${2:-}" ;;
  uninstall:1) uninstall ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
