-- 社会工作者: who works where, with which certificate, from when to when; and the rewards for certificates gained.
create table social_worker (
  id          uuid primary key,
  name        text not null,
  -- Where the worker works now, or worked last: whose officers keep the record.
  area        bigint not null references area (code),
  province    bigint not null,
  city        bigint,
  county      bigint,
  township    bigint,
  community   bigint,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  version     int not null default 1,
  demo        boolean not null default false
);
create index social_worker_area on social_worker (area, name);
create index social_worker_county on social_worker (county, name, id);
create index social_worker_township on social_worker (township, name, id);
create index social_worker_recorded_by on social_worker (recorded_by);

-- A place of work, from a day to a day.
create table worker_post (
  id            uuid primary key,
  social_worker uuid not null references social_worker (id) on delete cascade,
  site          text not null,
  area          bigint not null references area (code),
  organization  uuid references organization (id),
  employment    text not null,
  starts_on     date not null,
  -- The first day on which it is held no more.
  ends_on       date,
  constraint worker_post_site_known check (site in ('community', 'station', 'organization', 'other')),
  constraint worker_post_employment_known check (employment in ('full', 'part')),
  constraint worker_post_organization_is_named check ((site = 'organization') = (organization is not null)),
  constraint worker_post_ends_after_it_starts check (ends_on > starts_on),
  constraint worker_post_one_at_a_time exclude using gist
    (social_worker with =, daterange(starts_on, ends_on) with &&)
);
create index worker_post_social_worker on worker_post (social_worker, starts_on);
create index worker_post_organization on worker_post (organization);
create index worker_post_area on worker_post (area);

-- A professional certificate: one of each grade a person.
create table worker_certificate (
  id            uuid primary key,
  social_worker uuid not null references social_worker (id) on delete cascade,
  grade         text not null,
  -- As on the paper; null where it is not known.
  number        text,
  obtained_on   date not null,
  -- The last day of the registration; null where nothing limits it.
  valid_until   date,
  -- From when on a renewal is due, by the rule of the day.
  renew_from    date,
  constraint worker_certificate_grade_known check (grade in ('assistant', 'qualified', 'senior')),
  constraint worker_certificate_ends_after_it_starts check (valid_until >= obtained_on),
  constraint worker_certificate_once_a_grade unique (social_worker, grade),
  constraint worker_certificate_number_is_one_persons unique (grade, number)
);
create index worker_certificate_renew_from on worker_certificate (renew_from);

-- What posts and certificates add up to, day by day: what programmes count. Written anew with every change of a worker.
create table worker_period (
  social_worker uuid not null references social_worker (id) on delete cascade,
  starts_on     date not null,
  ends_on       date,
  area          bigint not null references area (code),
  province      bigint not null,
  city          bigint,
  county        bigint,
  township      bigint,
  community     bigint,
  organization  uuid references organization (id),
  employment    text not null,
  grade         text not null,
  constraint worker_period_pkey primary key (social_worker, starts_on),
  constraint worker_period_ends_after_it_starts check (ends_on > starts_on),
  constraint worker_period_grade_known check (grade in ('assistant', 'qualified', 'senior', 'none'))
);
create index worker_period_area on worker_period (area, starts_on);
create index worker_period_county on worker_period (county, starts_on);
create index worker_period_organization on worker_period (organization);

-- Makes hashes of identity numbers of no use outside this installation; never changed, else one could be paid twice.
create table identity_salt (
  only_one boolean primary key default true,
  salt     text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  constraint identity_salt_has_one_row check (only_one)
);
insert into identity_salt default values;

-- 持证奖励: one-off money for a certificate gained. (红色社区社会组织 工作方案 三（三）8)
create table exam_reward (
  id              uuid primary key,
  name            text not null,
  -- HMAC of the identity number; of the number itself only the first six and the last four are kept.
  identity_hash   text not null,
  identity_masked text not null,
  grade           text not null,
  number          text not null,
  obtained_on     date not null,
  area            bigint not null references area (code),
  province        bigint not null,
  city            bigint,
  county          bigint,
  township        bigint,
  community       bigint,
  organization    uuid references organization (id),
  -- In 分.
  amount          int not null,
  proof           uuid references stored_file (id),
  status          text not null,
  applied_on      date not null,
  applied_by      uuid references person (id),
  due_on          date not null,
  decided_on      date,
  decided_by      uuid references person (id),
  -- Why it was refused or withdrawn.
  reason          text,
  pay_by          date,
  paid_on         date,
  demo            boolean not null default false,
  constraint exam_reward_grade_known check (grade in ('assistant', 'qualified', 'senior')),
  constraint exam_reward_status_known check (status in ('submitted', 'approved', 'refused', 'withdrawn', 'paid')),
  constraint exam_reward_amount_is_positive check (amount > 0),
  constraint exam_reward_masked_is_masked check (identity_masked ~ '^\d{6}\*{8}\d{3}[\dX]$'),
  constraint exam_reward_has_proof check (demo or proof is not null),
  constraint exam_reward_paid_on_a_day check ((status = 'paid') = (paid_on is not null)),
  constraint exam_reward_refused_with_reason check (reason is not null or status not in ('refused', 'withdrawn'))
);
-- Never twice for one grade, wherever somebody applies.
create unique index exam_reward_once_a_person on exam_reward (identity_hash, grade)
  where status in ('submitted', 'approved', 'paid');
create unique index exam_reward_once_a_certificate on exam_reward (grade, number)
  where status in ('submitted', 'approved', 'paid');
create index exam_reward_area on exam_reward (area);
create index exam_reward_applied on exam_reward (applied_on desc, id desc);
create index exam_reward_paid on exam_reward (paid_on) where status = 'paid';
create index exam_reward_organization on exam_reward (organization);
create index exam_reward_proof on exam_reward (proof);
create index exam_reward_applied_by on exam_reward (applied_by);
create index exam_reward_decided_by on exam_reward (decided_by);

-- What was wrong with a payment, put on record: the payment itself stays as it was.
create table reward_correction (
  id           uuid primary key,
  exam_reward  uuid not null references exam_reward (id) on delete cascade,
  corrected_on date not null,
  -- The difference in 分: −100000 when 1,000 yuan came back; 0 when only the words were wrong.
  difference   int not null,
  reason       text not null,
  recorded_by  uuid references person (id),
  recorded_at  timestamptz not null
);
create index reward_correction_exam_reward on reward_correction (exam_reward);
create index reward_correction_recorded_by on reward_correction (recorded_by);
