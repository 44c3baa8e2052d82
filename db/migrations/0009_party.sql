-- Party-building: branches, how the party is present in an organization, instructors, members, party life.

-- A branch of one organization, or a joint one of several.
create table party_branch (
  id                uuid primary key,
  name              text not null,
  kind              text not null,
  -- `functional`: of members whose party relation stays elsewhere (兼合式、功能型).
  nature            text not null,
  area              bigint not null references area (code),
  province          bigint not null,
  city              bigint,
  county            bigint,
  township          bigint,
  community         bigint,
  founded_on        date not null,
  dissolved_on      date,
  dissolved_because text,
  -- A name is told to those only who may see members, and each look is recorded.
  secretary         text,
  -- Members of its committee; null: it has none.
  committee         int,
  -- Party life is expected from this day on, not of years before anybody kept a record here.
  recorded_on       date not null,
  demo              boolean not null default false,
  constraint party_branch_kind_known check (kind in ('own', 'joint')),
  constraint party_branch_nature_known check (nature in ('regular', 'functional')),
  constraint party_branch_ends_after_it_starts check (dissolved_on >= founded_on),
  constraint party_branch_ending_has_its_reason check ((dissolved_on is null) = (dissolved_because is null)),
  constraint party_branch_committee_of_some check (committee > 0)
);
create index party_branch_area on party_branch (area);
create index party_branch_township on party_branch (township);
create index party_branch_county on party_branch (county);
create index party_branch_city on party_branch (city);
create index party_branch_province on party_branch (province);

-- 党建指导员: may look after several organizations.
create table party_instructor (
  id        uuid primary key,
  name      text not null,
  unit      text not null,
  area      bigint not null references area (code),
  province  bigint not null,
  city      bigint,
  county    bigint,
  township  bigint,
  community bigint,
  starts_on date not null,
  ends_on   date,
  demo      boolean not null default false,
  constraint party_instructor_ends_after_it_starts check (ends_on >= starts_on)
);
create index party_instructor_area on party_instructor (area);
create index party_instructor_township on party_instructor (township);
create index party_instructor_county on party_instructor (county);

-- How the party is present in an organization, from a day to a day.
create table party_arrangement (
  id            uuid primary key,
  organization  uuid not null references organization (id) on delete cascade,
  kind          text not null,
  branch        uuid references party_branch (id),
  instructor    uuid references party_instructor (id),
  starts_on     date not null,
  -- The first day on which it no longer holds.
  ends_on       date,
  ended_because text,
  recorded_at   timestamptz not null,
  recorded_by   uuid,
  constraint party_arrangement_kind_known check (kind in ('own', 'joint', 'instructor')),
  constraint party_arrangement_names_what_it_is check (
    (branch is not null) = (kind <> 'instructor') and (instructor is not null) = (kind = 'instructor')),
  constraint party_arrangement_not_empty check (ends_on > starts_on),
  constraint party_arrangement_one_a_day
    exclude using gist (organization with =, daterange(starts_on, ends_on) with &&)
);
create index party_arrangement_organization on party_arrangement (organization, starts_on);
create index party_arrangement_branch on party_arrangement (branch);
create index party_arrangement_instructor on party_arrangement (instructor);

-- Sensitive: which members of an organization are in the party. Others learn numbers only.
create table party_member (
  id           uuid primary key,
  organization uuid not null references organization (id) on delete cascade,
  name         text not null,
  -- Day on which the membership became full; null while it is probationary.
  full_since   date,
  -- Where the party relation is: in the organization's own branch, or elsewhere.
  relation     text not null,
  leader       boolean not null,
  key_member   boolean not null,
  -- In the organization from a day to a day.
  starts_on    date not null,
  ends_on      date,
  constraint party_member_relation_known check (relation in ('here', 'elsewhere', 'unknown')),
  constraint party_member_not_empty check (ends_on > starts_on),
  constraint party_member_once_a_day
    exclude using gist (organization with =, name with =, daterange(starts_on, ends_on) with &&)
);
create index party_member_organization on party_member (organization);

-- From this day on the list of members is complete, and the register's number is that of its full members.
create table party_roster (
  organization uuid primary key references organization (id) on delete cascade,
  kept_from    date not null,
  recorded_at  timestamptz not null,
  recorded_by  uuid
);

-- 组织生活: one meeting of a branch.
create table party_activity (
  id                uuid primary key,
  branch            uuid not null references party_branch (id),
  kind              text not null,
  held_on           date not null,
  subject           text not null,
  attended          int,
  note              text,
  -- Entered by mistake: it stays, and counts no more.
  withdrawn_because text,
  recorded_at       timestamptz not null,
  recorded_by       uuid,
  constraint party_activity_kind_known check (kind in ('committeeMeeting', 'membersMeeting', 'themeDay', 'lecture',
    'lifeMeeting', 'appraisal', 'other')),
  constraint party_activity_attended_not_negative check (attended >= 0)
);
create index party_activity_branch on party_activity (branch, kind, held_on);

-- A picture of a meeting; never asked for.
create table party_photo (
  activity uuid not null references party_activity (id),
  file     uuid not null references stored_file (id),
  constraint party_photo_pkey primary key (activity, file)
);
create index party_photo_file on party_photo (file);

-- 结对共建: a branch and a unit, or another branch.
create table party_pairing (
  id            uuid primary key,
  branch        uuid not null references party_branch (id),
  partner       text not null,
  kind          text not null,
  about         text not null,
  starts_on     date not null,
  ends_on       date,
  ended_because text,
  constraint party_pairing_kind_known check (kind in ('communityBranch', 'government', 'enterprise', 'school', 'other')),
  constraint party_pairing_not_empty check (ends_on > starts_on)
);
create index party_pairing_branch on party_pairing (branch);

-- 定期联系: the community's party organization and an organization.
create table party_contact (
  id           uuid primary key,
  organization uuid not null references organization (id) on delete cascade,
  kind         text not null,
  held_on      date not null,
  matter       text not null,
  result       text,
  recorded_at  timestamptz not null,
  recorded_by  uuid,
  constraint party_contact_kind_known check (kind in ('visit', 'meeting', 'call'))
);
create index party_contact_organization on party_contact (organization, held_on);

-- 骨干: who was developed into a member, leads as one, or has a seat where things are decided.
create table party_key_person (
  id            uuid primary key,
  organization  uuid not null references organization (id) on delete cascade,
  -- Sensitive, as of members.
  name          text not null,
  kind          text not null,
  -- The deliberation body or leadership in which the seat is.
  body          text,
  starts_on     date not null,
  ends_on       date,
  ended_because text,
  constraint party_key_person_kind_known check (kind in ('developed', 'leads', 'seat', 'leadership')),
  constraint party_key_person_not_empty check (ends_on > starts_on),
  constraint party_key_person_seat_names_its_body check ((body is not null) = (kind = 'seat' or kind = 'leadership'))
);
create index party_key_person_organization on party_key_person (organization);

-- Organizations in which the party is not present yet: the queue of arrangements.
create index organization_party_absent on organization (county)
  where status = 'active' and (party_presence is null or party_presence = 'none');
