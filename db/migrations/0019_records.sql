-- Dated records: that something was done, by whom, when, with evidence; the records that a programme expects by a day; and
-- the papers behind judgements.

-- One table for all kinds. A record is never deleted: a correction is a new row that names the one whose place it takes.
create table dated_record (
  id           uuid primary key,
  kind         text not null,
  area         bigint not null references area (code),
  province     bigint not null,
  city         bigint,
  county       bigint,
  township     bigint,
  community    bigint,
  -- Whom it is about, where it is about one.
  organization uuid references organization (id),
  -- The document's name, the task, the topic: by the kind.
  title        text not null,
  -- The day on which it happened or from which it holds.
  starts_on    date not null,
  -- First day on which something lasting holds no more; null while it does, and for what happens on a day.
  ends_on      date,
  -- Issuer, convener, who accepted or determined: by the kind.
  done_by      text,
  -- Statement, reason, outcome: by the kind.
  words        text,
  -- What the kind asks besides, by its schema in record-kinds.ts.
  attributes   jsonb not null,
  file         uuid references stored_file (id),
  status       text not null default 'standing',
  recorded_by  uuid references person (id),
  recorded_at  timestamptz not null,
  -- When, by whom and why it was corrected or withdrawn.
  closed_by    uuid references person (id),
  closed_at    timestamptz,
  closed_why   text,
  -- The record that this one corrects.
  replaces     uuid references dated_record (id),
  demo         boolean not null default false,
  constraint dated_record_kind_known check (kind in (
    'documents', 'tasks', 'determinations', 'acceptances', 'jointMeetings', 'spotChecks', 'appraisals', 'disclosures',
    'deliberations', 'surveys', 'conventions')),
  constraint dated_record_status_known check (status in ('standing', 'corrected', 'withdrawn')),
  constraint dated_record_closed_with_reason check ((status = 'standing') = (closed_why is null)),
  constraint dated_record_closed_at_a_moment check ((status = 'standing') = (closed_at is null)),
  constraint dated_record_ends_after_it_starts check (ends_on > starts_on),
  constraint dated_record_only_the_lasting_ends check (ends_on is null or kind in ('determinations', 'conventions')),
  constraint dated_record_attributes_are_named check (jsonb_typeof(attributes) = 'object'),
  constraint dated_record_replaces_once unique (replaces)
);
create index dated_record_area on dated_record (area, kind);
create index dated_record_organization on dated_record (organization);
create index dated_record_file on dated_record (file);
create index dated_record_recorded_by on dated_record (recorded_by);
create index dated_record_closed_by on dated_record (closed_by);
-- The newest first: the list, and the counting of one kind over a span of days.
create index dated_record_day on dated_record (starts_on desc, id desc);
create index dated_record_counted on dated_record (kind, starts_on) where status = 'standing';
create index dated_record_county on dated_record (county, kind, starts_on) where status = 'standing';
create index dated_record_township on dated_record (township, kind, starts_on) where status = 'standing';
create index dated_record_community on dated_record (community, kind, starts_on) where status = 'standing';
-- One finding a day about a place and a condition; a later one ends it.
create unique index dated_record_determined_once on dated_record (area, (attributes ->> 'condition'), starts_on)
  where kind = 'determinations' and status = 'standing';

-- What a programme demands of each area of a level by a day, written when its pack is loaded: what has not been recorded
-- is the work that waits.
create table expected_record (
  programme  uuid not null references programme (id) on delete cascade,
  target     text not null,
  part       int not null,
  title      text not null,
  kind       text not null,
  -- Those that the record must have, as in dated_record.attributes.
  attributes jsonb not null,
  -- The same for the address of the form.
  query      text not null,
  -- The level whose areas must each have it; `own`: recorded about the area itself and not about one below it.
  units      text not null,
  own        boolean not null,
  zones      boolean not null,
  -- By the level above the area.
  from_above boolean not null,
  -- Records of these days fulfil it; null: without limit.
  counts_from date,
  counts_to   date,
  starts_on  date not null,
  due_on     date not null,
  constraint expected_record_pkey primary key (programme, target, part, starts_on),
  constraint expected_record_kind_known check (kind in (
    'documents', 'tasks', 'determinations', 'acceptances', 'jointMeetings', 'spotChecks', 'appraisals', 'disclosures',
    'deliberations', 'surveys', 'conventions')),
  constraint expected_record_units_known check (units in ('province', 'city', 'county', 'township', 'community'))
);

-- The paper behind a person's judgement.
alter table judgement add column file uuid constraint judgement_file_fkey references stored_file (id);
create index judgement_file on judgement (file);
