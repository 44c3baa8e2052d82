-- Social workers with an account of their own, stations as places of work, and claims that go back to be mended.

-- The account with which the person sees the own record, and claims for oneself.
alter table social_worker add column keeper uuid references person (id);
alter table social_worker add constraint social_worker_keeper_once unique (keeper);

-- 社会工作服务站: one of the platforms, or its name where it is not among them; nothing where it is not known.
alter table worker_post add column station uuid references support_platform (id);
alter table worker_post add column station_words text;
alter table worker_post add constraint worker_post_station_only_at_stations
  check (site = 'station' or (station is null and station_words is null));
alter table worker_post add constraint worker_post_one_station check (station is null or station_words is null);
create index worker_post_station on worker_post (station);

-- Of whom the claim is, where that is on record; the person sees it by the own account.
alter table exam_reward add column social_worker uuid references social_worker (id) on delete set null;
-- Claimed by the community or the township in the person's stead.
alter table exam_reward add column on_behalf boolean not null default true;
-- Since when it lies where it lies; due_on is the last day in time of what it waits for.
alter table exam_reward add column since_on date;
update exam_reward set since_on = coalesce(paid_on, decided_on, applied_on);
alter table exam_reward alter column since_on set not null;
alter table exam_reward drop constraint exam_reward_status_known;
alter table exam_reward add constraint exam_reward_status_known
  check (status in ('submitted', 'returned', 'approved', 'refused', 'withdrawn', 'paid'));
create index exam_reward_social_worker on exam_reward (social_worker);
-- A claim that is being mended still stands.
drop index exam_reward_once_a_person;
drop index exam_reward_once_a_certificate;
create unique index exam_reward_once_a_person on exam_reward (identity_hash, grade)
  where status in ('submitted', 'returned', 'approved', 'paid');
create unique index exam_reward_once_a_certificate on exam_reward (grade, number)
  where status in ('submitted', 'returned', 'approved', 'paid');

-- Each step of a claim with who, when and which words: nothing that was sent before is lost by a mending.
create table reward_step (
  id          uuid primary key,
  exam_reward uuid not null references exam_reward (id) on delete cascade,
  at          timestamptz not null,
  person      uuid references person (id),
  person_name text not null,
  step        text not null,
  words       text,
  -- The scan that was sent with it.
  proof       uuid references stored_file (id),
  -- What a mending changed: [{field, from, to}].
  changes     jsonb not null default '[]',
  constraint reward_step_known
    check (step in ('apply', 'return', 'resend', 'approve', 'refuse', 'withdraw', 'pay')),
  constraint reward_step_has_words check (words is not null or step not in ('return', 'refuse', 'withdraw'))
);
create index reward_step_exam_reward on reward_step (exam_reward, at, id);
create index reward_step_person on reward_step (person);
create index reward_step_proof on reward_step (proof);

-- What happened before is told by the events; the scan was sent with the application.
insert into reward_step (id, exam_reward, at, person, person_name, step, words, proof)
select e.id, r.id, e.at, e.person, e.person_name, substr(e.action, 8), e.reason,
  case when e.action = 'reward.apply' then r.proof end
from event e join exam_reward r on r.id::text = e.subject
where e.subject_kind = 'reward'
  and e.action in ('reward.apply', 'reward.approve', 'reward.refuse', 'reward.withdraw', 'reward.pay');
