-- 活动: plans, those who sign up, what came of them, and the reports of major events.
create table activity (
  id            uuid primary key,
  -- Names its public page.
  code          text not null,
  organization  uuid references organization (id) on delete cascade,
  area          bigint not null references area (code),
  province      bigint not null,
  city          bigint,
  county        bigint,
  township      bigint,
  community     bigint,
  title         text not null,
  -- Id of a series of the programme in force, and its title as it was then.
  series        text,
  series_title  text,
  place         text not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  content       text,
  expected      int not null,
  -- 分.
  money         bigint,
  kind          text not null,
  foreigners    boolean not null,
  minors        boolean not null,
  outdoors      boolean not null,
  tickets       boolean not null,
  sign_up       boolean not null,
  -- How many may sign up; null: as many as like.
  places        int,
  sign_up_until timestamptz,
  status        text not null,
  version       int not null default 1,
  -- The day from which "so long after the decision" counts.
  decided_on    date not null,
  record_due    date not null,
  -- By the rules of the place, when the plan was last changed: until when and to whom it must be reported.
  report_due    date,
  report_to     text,
  permit_due    date,
  permit_number text,
  permit_on     date,
  attended      int,
  held_at       timestamptz,
  held_by       uuid references person (id),
  result        text,
  concluded_at  timestamptz,
  cancel_reason text,
  demo          boolean not null default false,
  created_by    uuid references person (id),
  created_at    timestamptz not null,
  constraint activity_code_unique unique (code),
  constraint activity_kind_known check (kind in ('festival', 'performance', 'contest', 'gathering', 'other')),
  constraint activity_status_known check (status in ('planned', 'published', 'held', 'concluded', 'cancelled')),
  constraint activity_report_to_known check (report_to in ('township', 'county')),
  constraint activity_ends_after_it_starts check (ends_at > starts_at),
  constraint activity_signs_up_before_it_starts check (sign_up_until <= starts_at),
  constraint activity_expects_people check (expected > 0),
  constraint activity_has_places check (places > 0),
  constraint activity_money_positive check (money >= 0),
  constraint activity_series_has_a_title check ((series is null) = (series_title is null)),
  constraint activity_report_is_due_to_somebody check ((report_due is null) = (report_to is null)),
  constraint activity_permit_on_a_day check ((permit_number is null) = (permit_on is null)),
  constraint activity_held_counts check ((status in ('held', 'concluded')) = (attended is not null and held_at is not null)),
  constraint activity_attended_positive check (attended >= 0),
  constraint activity_cancelled_for_a_reason check ((status = 'cancelled') = (cancel_reason is not null))
);
create index activity_area on activity (area, starts_at);
create index activity_community on activity (community, starts_at);
create index activity_township on activity (township, starts_at);
create index activity_county on activity (county, starts_at);
create index activity_organization on activity (organization, starts_at desc);
create index activity_held_by on activity (held_by);
create index activity_created_by on activity (created_by);
-- What is still to be held, and what must be reported: a small part of all.
create index activity_open on activity (ends_at) where status in ('planned', 'published');
create index activity_to_report on activity (report_due) where report_due is not null;

-- Other organizations that hold it too.
create table activity_partner (
  activity     uuid not null references activity (id) on delete cascade,
  organization uuid not null references organization (id) on delete cascade,
  constraint activity_partner_pkey primary key (activity, organization)
);
create index activity_partner_organization on activity_partner (organization);

-- How many of each kind of people came; one person may be of several kinds, and nobody is named.
create table activity_served (
  activity uuid not null references activity (id) on delete cascade,
  kind     text not null,
  people   int not null,
  constraint activity_served_pkey primary key (activity, kind),
  constraint activity_served_kind_known check (kind in (
    'lowIncome', 'emptyNest', 'elderly', 'leftBehind', 'children', 'youth', 'disabled', 'migrant')),
  constraint activity_served_somebody check (people > 0)
);

create table activity_photo (
  activity uuid not null references activity (id) on delete cascade,
  file     uuid not null references stored_file (id),
  constraint activity_photo_pkey primary key (activity, file)
);
create index activity_photo_file on activity_photo (file);

-- 报名: in order. The number to call is deleted when it is needed no more; a keyed hash of it stays, by which it can be
-- counted how many came again, and from which nobody can be called or named.
create table activity_sign_up (
  id           uuid primary key,
  activity     uuid not null references activity (id) on delete cascade,
  number       int not null,
  name         text not null,
  phone        text,
  phone_hash   text,
  -- Known to who signed up alone: by it they look and cancel.
  code         text not null,
  status       text not null,
  came         boolean not null default false,
  -- Who entered it for somebody else.
  entered_by   uuid references person (id),
  signed_at    timestamptz not null,
  moved_up_at  timestamptz,
  cancelled_at timestamptz,
  constraint activity_sign_up_number_once unique (activity, number),
  constraint activity_sign_up_code_once unique (activity, code),
  constraint activity_sign_up_status_known check (status in ('going', 'waiting', 'cancelled')),
  constraint activity_sign_up_cancelled_at_a_time check ((status = 'cancelled') = (cancelled_at is not null)),
  constraint activity_sign_up_came_who_went check (not came or status <> 'cancelled'),
  constraint activity_sign_up_phone_has_a_hash check (phone is null or phone_hash is not null)
);
create unique index activity_sign_up_phone_once on activity_sign_up (activity, phone_hash) where status <> 'cancelled';
create index activity_sign_up_entered_by on activity_sign_up (entered_by);
create index activity_sign_up_came on activity_sign_up (phone_hash) where came;
create index activity_sign_up_phone_kept on activity_sign_up (activity) where phone is not null;

-- 重大活动报告: what was reported of the plan, what was answered, what came of it.
create table major_event_report (
  id            uuid primary key,
  activity      uuid not null references activity (id) on delete cascade,
  status        text not null,
  recipient     text not null,
  reported_on   date not null,
  reported_at   timestamptz not null,
  reported_by   uuid references person (id),
  -- The last day in time, as it was then.
  due_on        date not null,
  content       text not null,
  form          text not null,
  participants  text not null,
  fund_source   text not null,
  safety_plan   text not null,
  -- The plan as it was reported.
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  place         text not null,
  expected      int not null,
  money         bigint,
  answer_due    date not null,
  answered_at   timestamptz,
  answered_by   uuid references person (id),
  answer_words  text,
  summary_due   date not null,
  summarized_at timestamptz,
  summarized_by uuid references person (id),
  summary       text,
  problems      text,
  spent         bigint,
  demo          boolean not null default false,
  constraint major_event_report_status_known check (
    status in ('reported', 'approved', 'conditional', 'objected', 'withdrawn')),
  constraint major_event_report_recipient_known check (recipient in ('township', 'county')),
  constraint major_event_report_answered check (
    status in ('reported', 'withdrawn') or answered_at is not null),
  constraint major_event_report_answered_in_words check (
    status not in ('conditional', 'objected') or answer_words is not null),
  constraint major_event_report_summarized check ((summarized_at is null) = (summary is null)),
  constraint major_event_report_spent_positive check (spent >= 0)
);
create index major_event_report_activity on major_event_report (activity, reported_at desc);
create unique index major_event_report_in_force on major_event_report (activity)
  where status in ('reported', 'approved', 'conditional');
create index major_event_report_reported_by on major_event_report (reported_by);
create index major_event_report_answered_by on major_event_report (answered_by);
create index major_event_report_summarized_by on major_event_report (summarized_by);
