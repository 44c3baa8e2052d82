-- 品牌、示范、试点、观察点: titles with their nominations, public notices, objections and evidence.
create table honor (
  id            uuid primary key,
  kind          text not null,
  subject       text not null,
  level         text not null,
  -- As published, and the name of the organization, project or place on the day of the nomination.
  title         text not null,
  name          text not null,
  organization  uuid references organization (id),
  -- Where the subject lay when it was nominated.
  area          bigint not null references area (code),
  province      bigint not null,
  city          bigint,
  county        bigint,
  township      bigint,
  community     bigint,
  -- Whose officers decide: the area of the level; the city for what the province gave.
  desk          bigint not null references area (code),
  theme         text,
  year          int not null,
  reason        text not null,
  status        text not null,
  -- Entered as it was published, without the steps before.
  recorded      boolean not null default false,
  nominated_on  date not null,
  nominated_by  uuid references person (id),
  -- The last day for the review, by the rule of the day.
  due_on        date,
  notice_from   date,
  notice_until  date,
  award_due_on  date,
  awarded_on    date,
  -- The last day on which it holds; null: without limit.
  valid_until   date,
  document      text,
  withdrawn_on  date,
  demo          boolean not null default false,
  created_at    timestamptz not null,
  constraint honor_kind_known check (kind in ('brand', 'model', 'pilot', 'observationSite')),
  constraint honor_subject_known check (subject in ('organization', 'project', 'area')),
  constraint honor_level_known check (level in ('province', 'city', 'county', 'township')),
  constraint honor_theme_known check (theme in ('organizations', 'rural', 'deliberation', 'other')),
  constraint honor_status_known check (
    status in ('nominated', 'noticed', 'awarded', 'refused', 'withdrawn', 'retracted', 'annulled')),
  constraint honor_of_an_organization_or_a_place check ((subject = 'area') = (organization is null)),
  constraint honor_pilot_has_a_theme check ((kind = 'pilot') = (theme is not null)),
  constraint honor_noticed_between_days check (
    (notice_from is null) = (notice_until is null) and notice_until >= notice_from
      and (status <> 'noticed' or notice_until is not null)),
  constraint honor_awarded_on_a_day check (status <> 'awarded' or awarded_on is not null),
  constraint honor_awarded_after_notice check (awarded_on > notice_until),
  constraint honor_valid_after_award check (valid_until >= awarded_on),
  constraint honor_withdrawn_on_a_day check ((status = 'withdrawn') = (withdrawn_on is not null)),
  constraint honor_withdrawn_after_award check (withdrawn_on >= awarded_on)
);
create index honor_organization on honor (organization);
create index honor_area on honor (area);
create index honor_desk on honor (desk, status);
create index honor_nominated_by on honor (nominated_by);
create index honor_newest on honor (nominated_on desc, id desc);
create index honor_in_notice on honor (notice_until) where status = 'noticed';
create unique index honor_held_once on honor (kind, subject, level, year, area, coalesce(organization::text, ''),
  coalesce(theme, ''), (case subject when 'project' then name else '' end))
  where status in ('nominated', 'noticed', 'awarded');

-- What was done with it, in order: who, when, in which words.
create table honor_step (
  id          uuid primary key,
  honor       uuid not null references honor (id) on delete cascade,
  kind        text not null,
  at          timestamptz not null,
  person      uuid references person (id),
  person_name text not null,
  said        text,
  constraint honor_step_kind_known check (kind in ('nominate', 'edit', 'publish', 'name', 'refuse', 'retract', 'award',
    'record', 'withdraw', 'annul'))
);
create index honor_step_honor on honor_step (honor, at);
create index honor_step_person on honor_step (person);

-- What somebody said against it during its public notice. Who said it is not kept.
create table honor_objection (
  id          uuid primary key,
  honor       uuid not null references honor (id) on delete cascade,
  received_on date not null,
  said        text not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  -- What came of it.
  outcome     text,
  settled     text,
  settled_at  timestamptz,
  settled_by  uuid references person (id),
  constraint honor_objection_outcome_known check (outcome in ('upheld', 'dismissed')),
  constraint honor_objection_settled_in_words check (
    (outcome is null) = (settled is null) and (outcome is null) = (settled_at is null))
);
create index honor_objection_honor on honor_objection (honor);
create index honor_objection_recorded_by on honor_objection (recorded_by);
create index honor_objection_settled_by on honor_objection (settled_by);

create table honor_file (
  honor    uuid not null references honor (id) on delete cascade,
  file     uuid not null references stored_file (id),
  added_at timestamptz not null,
  constraint honor_file_pkey primary key (honor, file)
);
create index honor_file_file on honor_file (file);
