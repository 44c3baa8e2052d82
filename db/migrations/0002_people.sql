-- Accounts, postings (a role held at an area), sessions, and what happened.
create table person (
  id            uuid primary key,
  login_name    text not null,
  display_name  text not null,
  password_hash text not null,
  active        boolean not null default true,
  demo          boolean not null default false,
  failures      int not null default 0,
  locked_until  timestamptz,
  created_at    timestamptz not null,
  constraint person_login_name_unique unique (login_name)
);

create table posting (
  id         uuid primary key,
  person     uuid not null references person (id),
  role       text not null,
  area       bigint not null references area (code),
  starts_on  date not null,
  ends_on    date,
  constraint posting_ends_after_it_starts check (ends_on is null or ends_on >= starts_on),
  constraint posting_role_known check (role in ('administrator', 'cityOfficer', 'countyOfficer', 'partyOfficer',
    'townshipOfficer', 'communityWorker', 'organizationLeader', 'resident', 'judge', 'auditor'))
);
create index posting_person on posting (person);
create index posting_area on posting (area);
create unique index posting_held_once on posting (person, role, area) where ends_on is null;

create table session (
  -- SHA-256 of the cookie's secret: a stolen table opens no door.
  id         bytea primary key,
  person     uuid references person (id),
  data       jsonb not null,
  expires_at timestamptz not null
);
create index session_person on session (person);
create index session_expires_at on session (expires_at);

create table preference (
  person uuid not null references person (id),
  key    text not null,
  value  jsonb,
  constraint preference_pkey primary key (person, key)
);

-- Append-only: the timeline, the audit trail and the source of notifications.
create table event (
  id           uuid primary key,
  at           timestamptz not null,
  -- Null: the program itself, or somebody not signed in.
  person       uuid,
  person_name  text not null,
  action       text not null,
  subject_kind text not null,
  subject      text not null,
  area         bigint,
  effective_on date,
  reason       text,
  changes      jsonb not null default '[]',
  request      text
);
create index event_subject on event (subject_kind, subject, at desc, id desc);
create index event_person on event (person, at desc);

create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'event is append-only';
end $$;
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function event_is_append_only();

-- One row: what this installation is.
create table installation (
  only_one boolean primary key default true,
  demo     boolean not null default false,
  -- A demo world lives on the days of its programme: its clock stands so many days off.
  days_off int not null default 0,
  -- Signs the cookies of every server process on this database; a session itself is kept under a hash.
  session_secret text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  -- Grows whenever an area changes, so that a server process knows when to read the tree of areas anew.
  areas_version int not null default 0,
  made_at  timestamptz not null default now(),
  constraint installation_has_one_row check (only_one)
);
insert into installation default values;

create function area_has_changed() returns trigger language plpgsql as $$
begin
  update installation set areas_version = areas_version + 1;
  return null;
end $$;
create trigger area_changed after insert or update or delete on area
  for each statement execute function area_has_changed();
