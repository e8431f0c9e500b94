-- What is left for a few days of the messages of somebody who had everything erased: a repeated one must not be answered
-- again. No citizen, no chat and no hour is with it, and from a hash nobody finds the key without the salt.
create table erased_key (
  hash bytea primary key,
  erased_on date not null
);
create index erased_key_on on erased_key (erased_on);

-- Another in every database.
create table erased_key_salt (
  one boolean primary key default true check (one),
  salt text not null
);
insert into erased_key_salt (salt) values (gen_random_uuid()::text || gen_random_uuid()::text);

-- Without a table in it, so that it becomes part of the statement that calls it: every message is looked up.
create function erased_key_hash(salt text, channel text, key text) returns bytea language sql stable as $$
  select sha256(convert_to(salt || ' ' || channel || ' ' || key, 'UTF8'))
$$;
