-- 社区服务项目: what an organization sets out to do for whom, and what came of it.
create table project (
  id            uuid primary key,
  organization  uuid not null references organization (id) on delete cascade,
  -- Where the organization stood when the project was planned, or begun.
  area          bigint not null references area (code),
  province      bigint not null,
  city          bigint,
  county        bigint,
  township      bigint,
  community     bigint,
  title         text not null,
  need          text not null,
  plan          text,
  -- Whole 分; null: not known.
  budget        bigint,
  budget_source text,
  -- Planned, and once it has begun or ended, as it was.
  starts_on     date not null,
  ends_on       date,
  year          int generated always as (extract(year from starts_on)::int) stored,
  status        text not null,
  result        text,
  cost          bigint,
  -- Why it was stopped.
  reason        text,
  -- Last year's, from which it was started.
  follows       uuid references project (id),
  version       int not null default 1,
  -- Planned by somebody else than the leader.
  on_behalf     boolean not null,
  recorded_by   uuid references person (id),
  recorded_at   timestamptz not null,
  demo          boolean not null default false,
  constraint project_status_known check (status in ('planned', 'running', 'finished', 'stopped')),
  constraint project_budget_source_known check (budget_source in (
    'own', 'community', 'grant', 'purchase', 'fund', 'donation', 'mixed')),
  constraint project_budget_not_negative check (budget >= 0),
  constraint project_cost_not_negative check (cost >= 0),
  -- A plan may be given up before its first day.
  constraint project_ends_after_it_starts check (ends_on >= starts_on or status = 'stopped'),
  constraint project_over_has_an_end check (status not in ('finished', 'stopped') or ends_on is not null),
  constraint project_finished_has_a_result check ((status = 'finished') = (result is not null)),
  constraint project_cost_when_finished check (cost is null or status = 'finished'),
  constraint project_stopped_has_a_reason check ((status = 'stopped') = (reason is not null)),
  constraint project_follows_another check (follows <> id)
);
create index project_organization on project (organization, year);
create index project_area on project (area);
create index project_county on project (county, starts_on);
create index project_township on project (township, starts_on);
create index project_recent on project (starts_on desc, id desc);
create index project_follows on project (follows);
create index project_recorded_by on project (recorded_by);

-- Whom it is for, and whom it reached: numbers by kind, never names. Null: not known.
create table project_beneficiary (
  project uuid not null references project (id) on delete cascade,
  kind    text not null,
  planned int,
  reached int,
  constraint project_beneficiary_pkey primary key (project, kind),
  constraint project_beneficiary_kind_known check (kind in (
    'lowIncome', 'emptyNest', 'elderly', 'leftBehind', 'children', 'youth', 'disabled', 'migrant', 'residents')),
  constraint project_beneficiary_planned_not_negative check (planned >= 0),
  constraint project_beneficiary_reached_not_negative check (reached >= 0)
);

-- That somebody reminded an organization of its project of a year.
create table project_reminder (
  organization uuid not null references organization (id) on delete cascade,
  year         int not null,
  reminded_on  date not null,
  reminded_by  uuid references person (id),
  constraint project_reminder_pkey primary key (organization, year, reminded_on)
);
create index project_reminder_reminded_by on project_reminder (reminded_by);
