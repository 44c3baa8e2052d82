-- 摸底排查: campaigns, the places that walk through their lists, the answers, and the frozen baselines.
create table census (
  id         uuid primary key,
  title      text not null,
  area       bigint not null references area (code),
  province   bigint not null,
  city       bigint,
  county     bigint,
  township   bigint,
  community  bigint,
  -- Every table that is asked for says who ordered it, how often, and until when.
  ordered_by text not null,
  repeats    text not null,
  due_on     date not null,
  note       text,
  status     text not null,
  opened_on  date,
  closed_on  date,
  demo       boolean not null default false,
  created_by uuid references person (id),
  created_at timestamptz not null,
  constraint census_repeats_known check (repeats in ('once', 'monthly', 'quarterly', 'halfYearly', 'yearly')),
  constraint census_status_known check (status in ('draft', 'open', 'closed', 'discarded')),
  constraint census_closed_on_a_day check ((status = 'closed') = (closed_on is not null)),
  constraint census_opened_on_a_day check (status not in ('open', 'closed') or opened_on is not null)
);
create index census_area on census (area);
create index census_created_by on census (created_by);
create index census_open on census (due_on) where status = 'open';

-- A place with a list of its own: a community, or an area above that has organizations itself.
create table census_place (
  census      uuid not null references census (id) on delete cascade,
  area        bigint not null references area (code),
  province    bigint not null,
  city        bigint,
  county      bigint,
  township    bigint,
  community   bigint,
  finished_at timestamptz,
  finished_by uuid references person (id),
  constraint census_place_pkey primary key (census, area),
  constraint census_place_finished_by_somebody check ((finished_at is null) = (finished_by is null))
);
create index census_place_area on census_place (area);
create index census_place_finished_by on census_place (finished_by);
create index census_place_township_waits on census_place (township) where finished_at is null;
create index census_place_county_waits on census_place (county) where finished_at is null;
create index census_place_community_waits on census_place (community) where finished_at is null;

-- The newest answer about an organization in a campaign.
create table census_answer (
  census       uuid not null references census (id) on delete cascade,
  organization uuid not null references organization (id) on delete cascade,
  -- Where it lay when it was answered.
  area         bigint not null references area (code),
  province     bigint not null,
  city         bigint,
  county       bigint,
  township     bigint,
  community    bigint,
  outcome      text not null,
  note         text,
  -- Made on the device: the same answer that arrives twice is one.
  key          uuid not null,
  answered_by  uuid references person (id),
  answered_at  timestamptz not null,
  constraint census_answer_pkey primary key (census, organization),
  constraint census_answer_sent_once unique (census, key),
  constraint census_answer_outcome_known check (
    outcome in ('confirmed', 'corrected', 'added', 'dormant', 'gone', 'unsure'))
);
create index census_answer_organization on census_answer (organization);
create index census_answer_area on census_answer (area);
create index census_answer_answered_by on census_answer (answered_by);

-- What a closed campaign found, as of a day. One that was reopened is withdrawn and stays on record.
create table census_baseline (
  id           uuid primary key,
  census       uuid not null references census (id) on delete cascade,
  -- Of the campaign.
  area         bigint not null references area (code),
  as_of        date not null,
  frozen_at    timestamptz not null,
  frozen_by    uuid references person (id),
  withdrawn_at timestamptz
);
create unique index census_baseline_in_force on census_baseline (census) where withdrawn_at is null;
create index census_baseline_census on census_baseline (census);
create index census_baseline_area on census_baseline (area, as_of);
create index census_baseline_frozen_by on census_baseline (frozen_by);

-- One organization as it stood on the day: copied, so that no later correction moves it.
create table baseline_entry (
  baseline         uuid not null references census_baseline (id) on delete cascade,
  -- No reference: what was frozen stays, also when an import that made the organization is taken back.
  organization     uuid not null,
  name             text not null,
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
  constraint baseline_entry_pkey primary key (baseline, organization),
  constraint baseline_entry_status_lives check (status in ('active', 'dormant'))
);
create index baseline_entry_area on baseline_entry (area);
