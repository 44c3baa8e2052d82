-- 培训: what areas plan for a year, the trainings, what organizations answer to them, and who was there.
create table training_plan (
  id          uuid primary key,
  area        bigint not null references area (code),
  province    bigint not null,
  city        bigint,
  county      bigint,
  township    bigint,
  community   bigint,
  year        int not null,
  audience    text not null,
  -- How many trainings, and how many person-times.
  trainings   int not null,
  attendances int not null,
  demo        boolean not null default false,
  constraint training_plan_once unique (area, year, audience),
  constraint training_plan_audience_known check (audience in ('keyMembers', 'socialWork', 'officers')),
  constraint training_plan_not_negative check (trainings >= 0 and attendances >= 0)
);
create index training_plan_county on training_plan (county, year);

create table training (
  id         uuid primary key,
  title      text not null,
  -- Of the one who organizes it.
  area       bigint not null references area (code),
  province   bigint not null,
  city       bigint,
  county     bigint,
  township   bigint,
  community  bigint,
  level      text not null,
  organizer  text not null,
  audience   text not null,
  kind       text not null,
  status     text not null,
  held_on    date not null,
  -- Its last day; online: the last day on which it stands open.
  until      date not null,
  -- The hours of one on site, where they are known: who is there cannot be elsewhere.
  starts_at  timestamptz,
  ends_at    timestamptz,
  place      text,
  link       text,
  seats      int,
  note       text,
  -- Last day on which attendance is recorded in time.
  record_by  date not null,
  version    int not null default 1,
  demo       boolean not null default false,
  created_by uuid references person (id),
  created_at timestamptz not null,
  constraint training_level_known check (level in ('province', 'city', 'county', 'township', 'community')),
  constraint training_audience_known check (audience in ('keyMembers', 'socialWork', 'officers')),
  constraint training_kind_known check (kind in ('onSite', 'online')),
  constraint training_status_known check (status in ('announced', 'held', 'cancelled')),
  constraint training_lasts check (until >= held_on),
  constraint training_has_both_hours check ((starts_at is null) = (ends_at is null)),
  constraint training_ends_after_it_starts check (ends_at > starts_at),
  constraint training_online_has_a_link_and_no_hours check (kind = 'onSite' or (link is not null and starts_at is null)),
  constraint training_seats_are_some check (seats > 0)
);
create index training_area on training (area, held_on);
create index training_county on training (county, held_on);
create index training_city on training (city, held_on);
create index training_province on training (province, held_on);
create index training_starts on training (starts_at) where status = 'held';
create index training_announced on training (record_by) where status = 'announced';
create index training_created_by on training (created_by);

-- Slides, hand-outs, a schedule: for those who take part.
create table training_material (
  training    uuid not null references training (id) on delete cascade,
  stored_file uuid not null references stored_file (id) on delete cascade,
  constraint training_material_pkey primary key (training, stored_file)
);
create index training_material_stored_file on training_material (stored_file);

-- What an organization was asked and what it answered: how many come, and who, as far as that is said beforehand.
create table training_enrolment (
  id           uuid primary key,
  training     uuid not null references training (id) on delete cascade,
  organization uuid not null references organization (id) on delete cascade,
  status       text not null,
  people       int not null default 0,
  -- [{ name, leader }], no more than `people`.
  names        jsonb not null default '[]',
  invited_at   timestamptz,
  answered_at  timestamptz,
  reason       text,
  demo         boolean not null default false,
  constraint training_enrolment_once unique (training, organization),
  constraint training_enrolment_status_known check (status in ('invited', 'enrolled', 'declined', 'withdrawn')),
  constraint training_enrolment_is_for_somebody check ((status = 'enrolled') = (people > 0)),
  constraint training_enrolment_names_fit check (jsonb_array_length(names) <= people)
);
create index training_enrolment_organization on training_enrolment (organization, training);

-- The code at the door of a training, for one of its days: whoever scans it signs in. A renewed one leaves its former closed.
create table training_check_in (
  id        uuid primary key,
  training  uuid not null references training (id) on delete cascade,
  -- Unguessable: part of the address behind the QR code.
  code      text not null,
  day       date not null,
  opened_by uuid references person (id),
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint training_check_in_code_once unique (code)
);
create index training_check_in_training on training_check_in (training);
create unique index training_check_in_one_open on training_check_in (training) where closed_at is null;
create index training_check_in_opened_by on training_check_in (opened_by);

-- One row a person and training. One that was taken out again stays, with the moment of that.
create table training_attendance (
  id           uuid primary key,
  training     uuid not null references training (id) on delete cascade,
  organization uuid references organization (id) on delete cascade,
  -- Where the organization was then, or where the training was for those who came for none.
  area         bigint not null references area (code),
  province     bigint not null,
  city         bigint,
  county       bigint,
  township     bigint,
  community    bigint,
  -- Of the training, copied: what is counted is counted in one scan.
  audience     text not null,
  level        text not null,
  name         text not null,
  -- The name in letters only: what two rows are compared by.
  bare         text not null,
  leader       boolean not null,
  attended_on  date not null,
  recorded_at  timestamptz not null,
  removed_at   timestamptz,
  -- The code that was scanned; null for those whom the organizer recorded.
  check_in     uuid references training_check_in (id),
  -- What somebody who scanned it called an organization that was not offered.
  said         text,
  demo         boolean not null default false,
  constraint training_attendance_says_what_is_not_offered
    check (said is null or (check_in is not null and organization is null)),
  constraint training_attendance_audience_known check (audience in ('keyMembers', 'socialWork', 'officers')),
  constraint training_attendance_level_known check (level in ('province', 'city', 'county', 'township', 'community')),
  constraint training_attendance_once unique nulls not distinct (training, organization, bare, removed_at)
);
-- Read alone where organizations are counted that have had enough.
create index training_attendance_organization on training_attendance (organization, attended_on)
  include (audience, removed_at);
create index training_attendance_area on training_attendance (area, attended_on);
create index training_attendance_community on training_attendance (community, attended_on);
create index training_attendance_township on training_attendance (township, attended_on);
create index training_attendance_county on training_attendance (county, attended_on);
create index training_attendance_check_in on training_attendance (check_in);

-- A person seems to have been in two places in the same hour; somebody says that they are two who share a name.
create table training_namesake (
  attendance uuid not null references training_attendance (id) on delete cascade,
  other      uuid not null references training_attendance (id) on delete cascade,
  said_by    uuid references person (id),
  said_at    timestamptz not null,
  constraint training_namesake_pkey primary key (attendance, other),
  constraint training_namesake_is_another check (attendance < other)
);
create index training_namesake_other on training_namesake (other);
create index training_namesake_said_by on training_namesake (said_by);
