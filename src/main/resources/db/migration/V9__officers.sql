-- A member of staff with an account.
create table officer (
  id bigint generated always as identity primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
  name text not null check (name <> ''),
  role text not null check (role in ('reader', 'writer', 'approver', 'administrator')),
  -- argon2id with its parameters; null until they have chosen one.
  password text,
  -- Of the codes that their telephone shows; null until it is set up.
  totp_secret bytea,
  -- The time step of the last code that was accepted: no code works twice.
  totp_step bigint,
  signed_in_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);

-- A secret that lets its holder choose a password, once.
create table officer_link (
  secret_hash bytea primary key,
  -- Null: it makes the first administrator.
  officer_id bigint unique nulls not distinct references officer,
  expires_at timestamptz not null
);

-- Who is signed in where.
create table officer_session (
  token_hash bytea primary key,
  officer_id bigint not null references officer,
  -- What they have proved: the password only, or all that their role needs.
  stage text not null check (stage in ('password', 'full')),
  -- Of codes that are being set up, until the first right code makes it theirs.
  new_totp_secret bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index officer_session_of_officer on officer_session (officer_id);
create index officer_session_expired on officer_session (expires_at);

-- Browsers on which an officer has signed in before; what strangers try elsewhere does not lock them out there.
create table officer_device (
  token_hash bytea primary key,
  officer_id bigint not null references officer,
  expires_at timestamptz not null
);
create index officer_device_of_officer on officer_device (officer_id);

-- Sign-ins that failed in a row. The subject is a hash, because people type their password into the wrong field.
create table sign_in_failure (
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_failure_last on sign_in_failure (last_at);

-- Everything that officers did. Rows are added, never changed, and each is tied to the one before by a hash.
create table audit (
  number bigint primary key,
  at timestamptz not null,
  kind text not null check (kind in ('officer', 'command-line', 'stranger')),
  officer_id bigint references officer check ((officer_id is not null) = (kind = 'officer')),
  act text not null,
  object text not null,
  -- A JSON object, letter by letter as it was hashed.
  details text not null,
  hash bytea not null
);
create index audit_of_officer on audit (officer_id, number);
create index audit_of_act on audit (act, number);

-- The last row of the log, so that it is noticed when the end is missing.
create table audit_end (
  one boolean primary key default true check (one),
  number bigint not null
);
insert into audit_end (number) values (0);

create function audit_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to';
end
$$;
create trigger audit_never_changes before update or delete or truncate on audit
  for each statement execute function audit_is_only_added_to();
create trigger audit_end_never_goes before delete or truncate on audit_end
  for each statement execute function audit_is_only_added_to();

create function audit_has_grown() returns trigger language plpgsql as $$
begin
  update audit_end set number = new.number where number = new.number - 1;
  if not found then
    raise exception 'row % of the audit log is out of turn', new.number;
  end if;
  return new;
end
$$;
create trigger audit_grows_by_one after insert on audit
  for each row execute function audit_has_grown();

create function audit_end_moves_on() returns trigger language plpgsql as $$
begin
  if new.number <> old.number + 1 then
    raise exception 'the audit log is only added to';
  end if;
  return new;
end
$$;
create trigger audit_end_only_moves_on before update on audit_end
  for each row execute function audit_end_moves_on();
