-- Changes that somebody asks for and somebody else decides; merging, splitting, resting and leaving.
create table change_request (
  id           uuid primary key,
  organization uuid not null references organization (id),
  kind         text not null,
  status       text not null,
  -- The desk that decides: never below the level that the rules name, and above both ends of a move.
  area         bigint not null references area (code),
  province     bigint not null,
  city         bigint,
  county       bigint,
  township     bigint,
  community    bigint,
  -- What is asked for, by the register's names of fields; null where it is a move.
  asked        jsonb,
  to_area      bigint references area (code),
  -- From when it is to hold.
  effective_on date not null,
  reason       text not null,
  -- Written down by an officer or worker for the organization.
  on_behalf    boolean not null,
  asked_by     uuid references person (id),
  asked_at     timestamptz not null,
  -- The last day for a decision, by the rule of the day on which it was asked.
  due_on       date not null,
  decided_at   timestamptz,
  constraint change_request_kind_known check (kind in ('details', 'move')),
  constraint change_request_status_known check (status in ('submitted', 'returned', 'approved', 'refused', 'withdrawn')),
  constraint change_request_asks_for_one_thing check ((kind = 'details') = (asked is not null)
    and (kind = 'move') = (to_area is not null))
);
create index change_request_organization on change_request (organization, asked_at desc);
create index change_request_area on change_request (area);
create index change_request_to_area on change_request (to_area);
create index change_request_asked_by on change_request (asked_by);
create unique index change_request_one_open on change_request (organization, kind) where status in ('submitted', 'returned');

-- What was done with a request, in order: who, when, in which words.
create table change_step (
  id             uuid primary key,
  change_request uuid not null references change_request (id) on delete cascade,
  kind           text not null,
  at             timestamptz not null,
  person         uuid references person (id),
  person_name    text not null,
  said           text,
  constraint change_step_kind_known check (kind in ('submit', 'resubmit', 'return', 'approve', 'refuse', 'withdraw'))
);
create index change_step_change_request on change_step (change_request, at);
create index change_step_person on change_step (person);

-- Several made one, or one made several, on a day: a decision.
create table reorganization (
  id                   uuid primary key,
  kind                 text not null,
  happened_on          date not null,
  reason               text not null,
  -- The members of the parts added up (null: not all are known), and of the whole as declared.
  members_summed       int,
  members              int,
  party_members_summed int,
  party_members        int,
  -- Why sum and declaration differ.
  difference           text,
  -- Each organization that went on before and after: status, members, party members as they were.
  before               jsonb not null,
  decided_by           uuid references person (id),
  decided_by_name      text not null,
  decided_at           timestamptz not null,
  -- Taken back as a mistake.
  annulled_at          timestamptz,
  annulled_by          uuid references person (id),
  annulled_by_name     text,
  annulled_reason      text,
  constraint reorganization_kind_known check (kind in ('merge', 'split')),
  constraint reorganization_annulled_with_reason check ((annulled_at is null) = (annulled_reason is null))
);
create index reorganization_decided_by on reorganization (decided_by);
create index reorganization_annulled_by on reorganization (annulled_by);

-- Who came from whom.
create table succession (
  reorganization uuid not null references reorganization (id) on delete cascade,
  predecessor    uuid not null references organization (id),
  successor      uuid not null references organization (id),
  constraint succession_pkey primary key (reorganization, predecessor, successor),
  constraint succession_of_another check (predecessor <> successor)
);
create index succession_predecessor on succession (predecessor);
create index succession_successor on succession (successor);

-- What a person decided about an organization from which nothing was heard for long.
create table dormancy_judgement (
  id              uuid primary key,
  organization    uuid not null references organization (id),
  result          text not null,
  reason          text not null,
  -- Until then nobody is asked again.
  quiet_until     date,
  -- Which signs were looked at, and the day of the last of each.
  signs           jsonb not null,
  decided_by      uuid references person (id),
  decided_by_name text not null,
  decided_at      timestamptz not null,
  constraint dormancy_judgement_result_known check (result in ('dormant', 'active')),
  constraint dormancy_judgement_quiet_when_active check ((result = 'active') = (quiet_until is not null))
);
create index dormancy_judgement_organization on dormancy_judgement (organization, decided_at desc);
create index dormancy_judgement_decided_by on dormancy_judgement (decided_by);

-- Leaving for good: cancellation, asked for and carried out step by step, or removal by an officer after a hearing.
create table exit_case (
  id               uuid primary key,
  organization     uuid not null references organization (id),
  kind             text not null,
  status           text not null,
  -- The desk that decides.
  area             bigint not null references area (code),
  province         bigint not null,
  city             bigint,
  county           bigint,
  township         bigint,
  community        bigint,
  cause            text not null,
  said             text not null,
  -- Entitled, present, for, against, abstaining, and the day; null when nobody could vote.
  vote             jsonb,
  on_behalf        boolean not null,
  opened_by        uuid references person (id),
  opened_by_name   text not null,
  opened_at        timestamptz not null,
  -- Of a removal: the day of the notice, the last day for an answer, and the answer.
  noticed_on       date,
  answer_due       date,
  answer           text,
  answered_by_name text,
  answered_at      timestamptz,
  -- Of the last decision.
  decided_at       timestamptz,
  ended_on         date,
  constraint exit_case_kind_known check (kind in ('cancellation', 'removal')),
  constraint exit_case_status_known check (status in ('requested', 'liquidating', 'noticed', 'ended', 'refused',
    'withdrawn', 'dropped')),
  constraint exit_case_cause_known check (cause in ('resolved', 'fulfilled', 'impossible', 'lost', 'idle', 'violation',
    'other')),
  constraint exit_case_ends_on_a_day check ((status = 'ended') = (ended_on is not null)),
  constraint exit_case_notice_of_removal check ((kind = 'removal') = (noticed_on is not null)
    and (noticed_on is null) = (answer_due is null))
);
create index exit_case_organization on exit_case (organization, opened_at desc);
create index exit_case_area on exit_case (area);
create index exit_case_opened_by on exit_case (opened_by);
create unique index exit_case_one_open on exit_case (organization) where status in ('requested', 'liquidating', 'noticed');

-- What was decided about an exit, in order: who, when, in which words.
create table exit_decision (
  id              uuid primary key,
  exit_case       uuid not null references exit_case (id) on delete cascade,
  kind            text not null,
  said            text,
  decided_by      uuid references person (id),
  decided_by_name text not null,
  decided_at      timestamptz not null,
  constraint exit_decision_kind_known check (kind in ('accept', 'refuse', 'withdraw', 'conclude', 'remove', 'drop'))
);
create index exit_decision_exit_case on exit_decision (exit_case, decided_at);
create index exit_decision_decided_by on exit_decision (decided_by);

-- The steps of winding up, as the rule set named them when the cancellation was accepted.
create table exit_step (
  exit_case    uuid not null references exit_case (id) on delete cascade,
  name         text not null,
  position     int not null,
  title        text not null,
  due_on       date,
  done_on      date,
  evidence     text,
  done_by      uuid references person (id),
  done_by_name text,
  constraint exit_step_pkey primary key (exit_case, name),
  constraint exit_step_done_with_evidence check ((done_on is null) = (evidence is null))
);
create index exit_step_done_by on exit_step (done_by);

-- Papers handed in beside the words: receipts, notices, accounts.
create table exit_step_file (
  exit_case uuid not null references exit_case (id) on delete cascade,
  step      text not null,
  file      uuid not null references stored_file (id),
  added_at  timestamptz not null,
  added_by  uuid references person (id),
  constraint exit_step_file_pkey primary key (exit_case, file),
  constraint exit_step_file_of_step foreign key (exit_case, step) references exit_step (exit_case, name) on delete cascade
);
create index exit_step_file_step on exit_step_file (exit_case, step);
create index exit_step_file_file on exit_step_file (file);
create index exit_step_file_added_by on exit_step_file (added_by);

-- Reminder, talk, rectification: what comes before a removal, as dated records.
create table admonition (
  id               uuid primary key,
  organization     uuid not null references organization (id),
  kind             text not null,
  happened_on      date not null,
  said             text not null,
  -- Of a rectification: until when, and what came of it.
  due_on           date,
  settled_on       date,
  settled          text,
  recorded_by      uuid references person (id),
  recorded_by_name text not null,
  recorded_at      timestamptz not null,
  settled_by       uuid references person (id),
  settled_by_name  text,
  constraint admonition_kind_known check (kind in ('reminder', 'talk', 'rectification')),
  constraint admonition_due_of_rectification check ((kind = 'rectification') = (due_on is not null)),
  constraint admonition_settled_in_words check ((settled_on is null) = (settled is null))
);
create index admonition_organization on admonition (organization, happened_on desc);
create index admonition_recorded_by on admonition (recorded_by);
create index admonition_settled_by on admonition (settled_by);
