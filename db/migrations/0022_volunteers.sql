-- 志愿服务: teams of organizations, volunteers with the least that must be known of them, hours, certificates of service.
create table volunteer_team (
  id           uuid primary key,
  organization uuid not null references organization (id) on delete cascade,
  name         text not null,
  starts_on    date not null,
  -- The first day on which it is one no more.
  ends_on      date,
  reason       text,
  recorded_by  uuid references person (id),
  recorded_at  timestamptz not null,
  demo         boolean not null default false,
  constraint volunteer_team_ends_after_it_starts check (ends_on >= starts_on),
  constraint volunteer_team_ended_has_a_reason check ((ends_on is null) = (reason is null))
);
create index volunteer_team_organization on volunteer_team (organization);
create unique index volunteer_team_name_once on volunteer_team (organization, name) where ends_on is null;
create index volunteer_team_recorded_by on volunteer_team (recorded_by);

-- One person, whichever teams the person serves in: same name, same number.
create table volunteer (
  id           uuid primary key,
  name         text not null,
  phone        text,
  -- Only of those who are not yet grown up; null: grown up.
  birth_year   int,
  -- Who agreed for a child under fourteen, and when. (个人信息保护法 31)
  guardian     text,
  consented_on date,
  -- The account with which the person sees the own record.
  keeper       uuid references person (id),
  recorded_by  uuid references person (id),
  recorded_at  timestamptz not null,
  demo         boolean not null default false,
  constraint volunteer_consent_names_the_guardian check ((guardian is null) = (consented_on is null)),
  constraint volunteer_keeper_once unique (keeper)
);
create unique index volunteer_same_person on volunteer (phone, name) where phone is not null;
create index volunteer_recorded_by on volunteer (recorded_by);

create table team_member (
  id             uuid primary key,
  volunteer_team uuid not null references volunteer_team (id) on delete cascade,
  volunteer      uuid not null references volunteer (id),
  starts_on      date not null,
  -- The first day on which the person is one no more.
  ends_on        date,
  demo           boolean not null default false,
  constraint team_member_ends_after_joining check (ends_on >= starts_on)
);
create unique index team_member_once on team_member (volunteer_team, volunteer) where ends_on is null;
create index team_member_team on team_member (volunteer_team);
create index team_member_volunteer on team_member (volunteer);

-- What one person did on one occasion. It is never edited: a correction is a new entry that names the one whose place it takes.
create table service_entry (
  id           uuid primary key,
  team_member  uuid not null references team_member (id),
  volunteer    uuid not null references volunteer (id),
  organization uuid not null references organization (id) on delete cascade,
  area         bigint not null references area (code),
  province     bigint not null,
  city         bigint,
  county       bigint,
  township     bigint,
  community    bigint,
  kind         text not null,
  -- In words: what was done.
  content      text not null,
  served_on    date not null,
  -- Null where only the hours are known.
  starts_at    timestamptz,
  ends_at      timestamptz,
  -- Breaks are left out.
  minutes      int not null,
  status       text not null,
  -- Last day on which a confirmation is in time. (志愿服务记录与证明出具办法)
  due_on       date not null,
  recorded_by  uuid references person (id),
  recorded_at  timestamptz not null,
  -- Why it was refused, corrected or withdrawn.
  reason       text,
  -- What the volunteer finds wrong with it.
  objection    text,
  objected_on  date,
  -- Why it stays as it is all the same.
  answer       text,
  corrects     uuid references service_entry (id),
  import       uuid references import (id),
  demo         boolean not null default false,
  constraint service_entry_kind_known check (kind in (
    'community', 'elderly', 'children', 'culture', 'environment', 'safety', 'mediation', 'event', 'rescue', 'other')),
  constraint service_entry_status_known check (status in (
    'waiting', 'confirmed', 'refused', 'corrected', 'withdrawn')),
  constraint service_entry_times_together check ((starts_at is null) = (ends_at is null)),
  constraint service_entry_minutes_within_a_day check (minutes between 1 and 1440),
  constraint service_entry_minutes_fit check (
    starts_at is null or extract(epoch from ends_at - starts_at) >= minutes * 60),
  constraint service_entry_closed_with_reason check ((status in ('waiting', 'confirmed')) = (reason is null)),
  constraint service_entry_objection_has_a_day check ((objection is null) = (objected_on is null)),
  constraint service_entry_corrects_once unique (corrects),
  -- Nobody is in two places at once.
  constraint service_entry_one_place_at_a_time exclude using gist
    (volunteer with =, tstzrange(starts_at, ends_at) with &&)
    where (starts_at is not null and status in ('waiting', 'confirmed'))
);
-- The same occasion without a clock is not told twice.
create unique index service_entry_told_once on service_entry (team_member, served_on, content)
  where starts_at is null and status in ('waiting', 'confirmed');
create index service_entry_team_member on service_entry (team_member, served_on);
create index service_entry_volunteer on service_entry (volunteer, served_on);
create index service_entry_organization on service_entry (organization, served_on);
create index service_entry_area on service_entry (area);
create index service_entry_recent on service_entry (served_on desc, id desc);
create index service_entry_waiting on service_entry (organization) where status = 'waiting';
create index service_entry_recorded_by on service_entry (recorded_by);
create index service_entry_import on service_entry (import);
-- Hours of an area in a span of days without touching the rows.
create index service_entry_hours_province on service_entry (province, served_on) include (area, minutes) where status = 'confirmed';
create index service_entry_hours_city on service_entry (city, served_on) include (area, minutes) where status = 'confirmed';
create index service_entry_hours_county on service_entry (county, served_on) include (area, minutes) where status = 'confirmed';
create index service_entry_hours_township on service_entry (township, served_on) include (area, minutes) where status = 'confirmed';

-- 志愿服务证明: the words as printed on the day of issue.
create table service_certificate (
  id           uuid primary key,
  number       text not null,
  -- In the address that its QR code holds: 128 random bits.
  code         text not null,
  organization uuid not null references organization (id) on delete cascade,
  volunteer    uuid not null references volunteer (id),
  name         text not null,
  body         text not null,
  place        text not null,
  starts_on    date not null,
  ends_on      date not null,
  minutes      int not null,
  issued_on    date not null,
  issued_by    uuid references person (id),
  status       text not null,
  ended_on     date,
  reason       text,
  demo         boolean not null default false,
  constraint service_certificate_status_known check (status in ('valid', 'cancelled')),
  constraint service_certificate_number_unique unique (number),
  constraint service_certificate_code_unique unique (code),
  constraint service_certificate_covers_days check (ends_on >= starts_on),
  constraint service_certificate_cancelled_has_a_day check ((status = 'cancelled') = (ended_on is not null)),
  constraint service_certificate_cancelled_has_a_reason check ((status = 'cancelled') = (reason is not null))
);
create index service_certificate_organization on service_certificate (organization);
create index service_certificate_volunteer on service_certificate (volunteer);
create index service_certificate_issued_by on service_certificate (issued_by);

-- The entries that a certificate states, as they were.
create table certified_entry (
  service_certificate uuid not null references service_certificate (id) on delete cascade,
  service_entry       uuid not null references service_entry (id),
  constraint certified_entry_pkey primary key (service_certificate, service_entry)
);
create index certified_entry_service_entry on certified_entry (service_entry);
