-- The register: what is so today (organization) and what was so on any day (organization_period).
create table organization (
  id               uuid primary key,
  name             text not null,
  -- The community, or the upper area that it belongs to, with its lineage.
  area             bigint not null references area (code),
  province         bigint not null,
  city             bigint,
  county           bigint,
  township         bigint,
  community        bigint,
  category         text not null,
  tier             text not null,
  legal_form       text not null,
  status           text not null,
  hub              boolean not null,
  charter          boolean,
  leader           text,
  phone            text,
  leader_in_party  boolean,
  members          int,
  party_members    int,
  party_presence   text,
  residents_served int,
  founded_on       date,
  filed_on         date,
  registered_on    date,
  place            text,
  scope            text,
  unified_code     text,
  note             text,
  -- The account of the one who leads it, who may see and carry on its own affairs.
  keeper           uuid references person (id),
  demo             boolean not null default false,
  version          int not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  -- The name with letters and digits only, width and case folded: what a search compares with.
  bare             text not null,
  pinyin           text not null,
  initials         text not null,
  search           int4[] not null,
  constraint organization_category_known check (category in ('service', 'elderCare', 'charity', 'mutualHelp',
    'culture', 'sports', 'science', 'mediation', 'safety', 'governance', 'environment', 'rural', 'customs', 'other')),
  constraint organization_tier_known check (tier in ('registered', 'filed', 'guided')),
  constraint organization_legal_form_known check (legal_form in ('association', 'serviceAgency', 'foundation', 'none')),
  constraint organization_status_known check (status in ('active', 'dormant', 'ended')),
  constraint organization_party_presence_known check (party_presence in ('own', 'joint', 'instructor', 'none')),
  constraint organization_counts_not_negative check (members >= 0 and party_members >= 0 and residents_served >= 0),
  constraint organization_party_members_are_members check (party_members <= members)
);
create index organization_keeper on organization (keeper);
create index organization_area_name on organization (area, name);
create index organization_community_pinyin on organization (community, pinyin, id);
create index organization_township_pinyin on organization (township, pinyin, id);
create index organization_county_pinyin on organization (county, pinyin, id);
create index organization_city_pinyin on organization (city, pinyin, id);
create index organization_province_pinyin on organization (province, pinyin, id);
create index organization_county_updated on organization (county, updated_at, id);
create index organization_search on organization using gin (search);
create index organization_initials on organization using gin (initials gin_trgm_ops);
create index organization_pinyin on organization using gin (pinyin gin_trgm_ops);
create unique index organization_unified_code_once on organization (unified_code) where status <> 'ended';
create unique index organization_name_once on organization (area, name) where status <> 'ended';

-- Facts between two days. A change closes a period and opens the next; a correction supersedes periods and keeps
-- them, so that the answer for a past day changes only by a recorded act and the former answer can be shown.
create table organization_period (
  id               uuid primary key,
  organization     uuid not null references organization (id) on delete cascade,
  starts_on        date not null,
  -- The first day on which it no longer holds.
  ends_on          date,
  area             bigint not null references area (code),
  province         bigint not null,
  city             bigint,
  county           bigint,
  township         bigint,
  community        bigint,
  category         text not null,
  tier             text not null,
  legal_form       text not null,
  status           text not null,
  hub              boolean not null,
  charter          boolean,
  leader_in_party  boolean,
  members          int,
  party_members    int,
  party_presence   text,
  residents_served int,
  recorded_at      timestamptz not null,
  recorded_by      uuid,
  -- The act (an edit, a bulk change, an import) that wrote the period, and the one that superseded it.
  recorded_in      uuid not null,
  superseded_at    timestamptz,
  superseded_in    uuid,
  constraint organization_period_not_empty check (ends_on is null or ends_on > starts_on),
  constraint organization_period_status_lives check (status in ('active', 'dormant'))
);
create index organization_period_organization on organization_period (organization, starts_on);
create index organization_period_county on organization_period (county) where superseded_at is null;
create index organization_period_township on organization_period (township) where superseded_at is null;
create index organization_period_city on organization_period (city) where superseded_at is null;
create index organization_period_province on organization_period (province) where superseded_at is null;
create index organization_period_area on organization_period (area) where superseded_at is null;
-- One truth a day: periods in force of one organization never overlap.
create extension if not exists btree_gist;
alter table organization_period add constraint organization_period_one_truth_a_day
  exclude using gist (organization with =, daterange(starts_on, ends_on) with &&) where (superseded_at is null);

-- An uploaded workbook on its way into the register.
create table import (
  id          uuid primary key,
  -- Whose rows: organizations, workers … (the kinds that modules declare).
  kind        text not null,
  area        bigint not null references area (code),
  -- The course or activity to which the list belongs.
  belongs_to  uuid,
  person      uuid not null references person (id),
  file_name   text not null,
  bytes       bytea not null,
  status      text not null,
  -- Sheet, header rows, columns, chosen communities: what a person may change before committing.
  matching    jsonb not null,
  -- What reading the workbook found, for the page.
  reading     jsonb not null,
  result      jsonb,
  uploaded_at timestamptz not null,
  decided_at  timestamptz,
  constraint import_kind_known check (kind in ('organizations', 'workers', 'attendance', 'hours')),
  constraint import_status_known check (status in ('draft', 'committed', 'undone', 'discarded'))
);
create index import_area on import (area, uploaded_at desc, id desc);
create index import_person on import (person);

create table import_row (
  import       uuid not null references import (id) on delete cascade,
  row          int not null,
  outcome      text not null,
  name         text not null,
  area         bigint,
  draft        jsonb,
  problems     jsonb not null,
  warnings     jsonb not null,
  changes      jsonb not null,
  -- What the row means or has made: an organization, a social worker.
  record       uuid,
  -- The record as it was before the import changed it.
  before       jsonb,
  -- The version that the import left.
  version      int,
  constraint import_row_pkey primary key (import, row),
  constraint import_row_outcome_known check (outcome in ('new', 'same', 'changed', 'problem'))
);
create index import_row_outcome on import_row (import, outcome, row);

-- Which field a person gave to a column of that header, so that it need not be said twice.
create table column_memory (
  person uuid not null references person (id),
  kind   text not null,
  header text not null,
  field  text,
  constraint column_memory_kind_known check (kind in ('organizations', 'workers', 'attendance', 'hours')),
  constraint column_memory_pkey primary key (person, kind, header)
);
