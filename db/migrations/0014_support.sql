-- 培育: support platforms with their services, and the incubation of organizations in them.
create table support_platform (
  id             uuid primary key,
  name           text not null,
  kind           text not null,
  -- Whom it serves; its level is the level of this area.
  area           bigint not null references area (code),
  province       bigint not null,
  city           bigint,
  county         bigint,
  township       bigint,
  community      bigint,
  -- Who runs it: an organization on the register, or somebody in words; nothing when unknown.
  operator       uuid references organization (id) on delete set null,
  operator_words text,
  place          text,
  opened_on      date not null,
  -- The first day on which it is open no more.
  closed_on      date,
  demo           boolean not null default false,
  version        int not null default 1,
  constraint support_platform_kind_known check (kind in ('platform', 'incubator', 'socialWorkStation', 'venue')),
  constraint support_platform_one_operator check (operator is null or operator_words is null),
  constraint support_platform_closes_after_it_opens check (closed_on > opened_on)
);
create index support_platform_area on support_platform (area, opened_on);
create index support_platform_county on support_platform (county);
create index support_platform_township on support_platform (township);
create index support_platform_community on support_platform (community);
create index support_platform_operator on support_platform (operator);
create unique index support_platform_name_once on support_platform (area, name) where closed_on is null;

create table support_service (
  support_platform uuid not null references support_platform (id) on delete cascade,
  -- One of the names of the rule `support.services`.
  service          text not null,
  constraint support_service_pkey primary key (support_platform, service)
);

-- An organization in an incubator: asked for, decided, entered, left.
create table incubation (
  id               uuid primary key,
  organization     uuid not null references organization (id) on delete cascade,
  support_platform uuid not null references support_platform (id),
  -- Of the organization when it asked.
  area             bigint not null references area (code),
  province         bigint not null,
  city             bigint,
  county           bigint,
  township         bigint,
  community        bigint,
  status           text not null,
  need             text not null,
  applied_on       date not null,
  applied_by       uuid references person (id),
  -- Last day on which it is decided in time.
  due_on           date not null,
  decided_on       date,
  decided_by       uuid references person (id),
  -- Why it was refused or withdrawn.
  reason           text,
  entered_on       date,
  -- Last day of the stay that the rule, or an extension, allows.
  leave_by         date,
  -- The first day on which it is there no more.
  exited_on        date,
  result           text,
  conclusion       text,
  demo             boolean not null default false,
  constraint incubation_status_known check (status in ('applied', 'accepted', 'refused', 'withdrawn', 'entered', 'exited')),
  constraint incubation_result_known check (result in ('graduated', 'left', 'transformed')),
  constraint incubation_entered_on_a_day check ((status in ('entered', 'exited')) = (entered_on is not null)),
  constraint incubation_stays_until_a_day check ((entered_on is null) = (leave_by is null)),
  constraint incubation_exited_on_a_day check ((status = 'exited') = (exited_on is not null)),
  constraint incubation_exited_with_a_result check ((exited_on is null) = (result is null)),
  constraint incubation_exits_after_it_entered check (exited_on > entered_on),
  constraint incubation_once_at_a_time exclude using gist
    (organization with =, daterange(entered_on, exited_on) with &&) where (entered_on is not null)
);
create index incubation_organization on incubation (organization, applied_on);
create index incubation_support_platform on incubation (support_platform);
create index incubation_area on incubation (area);
create index incubation_applied_by on incubation (applied_by);
create index incubation_decided_by on incubation (decided_by);
create index incubation_waits on incubation (due_on) where status in ('applied', 'accepted');
create unique index incubation_one_open on incubation (organization) where status in ('applied', 'accepted', 'entered');

-- What an incubation works at for a while, with whom.
create table incubation_stage (
  id         uuid primary key,
  incubation uuid not null references incubation (id) on delete cascade,
  -- One of the names of the rule `support.stages`.
  stage      text not null,
  mentor     text,
  goal       text not null,
  starts_on  date not null,
  ends_on    date,
  -- What came of it.
  finding    text,
  constraint incubation_stage_ends_after_it_starts check (ends_on >= starts_on),
  constraint incubation_stage_once_at_a_time exclude using gist
    (incubation with =, daterange(starts_on, ends_on) with &&)
);
create index incubation_stage_incubation on incubation_stage (incubation, starts_on);

-- Money granted to an organization in an incubator, in 分.
create table incubation_subsidy (
  id         uuid primary key,
  incubation uuid not null references incubation (id) on delete cascade,
  amount     int not null,
  basis      text not null,
  decided_on date not null,
  decided_by uuid references person (id),
  paid_on    date,
  paid_by    uuid references person (id),
  revoked_on date,
  reason     text,
  constraint incubation_subsidy_is_more_than_nothing check (amount > 0),
  constraint incubation_subsidy_paid_after_it_was_decided check (paid_on >= decided_on),
  constraint incubation_subsidy_paid_or_revoked check (paid_on is null or revoked_on is null)
);
create index incubation_subsidy_incubation on incubation_subsidy (incubation, decided_on);
create index incubation_subsidy_decided_by on incubation_subsidy (decided_by);
create index incubation_subsidy_paid_by on incubation_subsidy (paid_by);
create index incubation_subsidy_unpaid on incubation_subsidy (decided_on) where paid_on is null and revoked_on is null;
create unique index incubation_subsidy_once on incubation_subsidy (incubation, decided_on, basis) where revoked_on is null;
