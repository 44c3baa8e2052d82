-- 培训证明 that were printed, each with the words on it; invitations that were taken back; lists of who came to an activity.
create table training_paper (
  id           uuid primary key,
  number       text not null,
  -- In the address that its QR code holds: 128 random bits.
  code         text not null,
  training     uuid not null references training (id) on delete cascade,
  organization uuid references organization (id) on delete cascade,
  -- The words as printed: what has changed since is found by comparing them with the records.
  names        jsonb not null,
  body         text,
  title        text not null,
  organizer    text not null,
  kind         text not null,
  starts_on    date not null,
  ends_on      date not null,
  hours        text,
  issued_on    date not null,
  issued_by    uuid references person (id),
  demo         boolean not null default false,
  constraint training_paper_number_unique unique (number),
  constraint training_paper_code_unique unique (code),
  constraint training_paper_names_somebody check (jsonb_array_length(names) > 0),
  constraint training_paper_kind_known check (kind in ('onSite', 'online')),
  constraint training_paper_ends_after_it_starts check (ends_on >= starts_on)
);
create index training_paper_training on training_paper (training, organization);
create index training_paper_organization on training_paper (organization);
create index training_paper_issued_by on training_paper (issued_by);

alter table training_enrolment drop constraint training_enrolment_status_known;
alter table training_enrolment add constraint training_enrolment_status_known
  check (status in ('invited', 'enrolled', 'declined', 'withdrawn', 'recalled'));
-- Whoever was told to come reads why not.
alter table training_enrolment add constraint training_enrolment_recalled_for_a_reason
  check (status <> 'recalled' or reason is not null);

alter table import drop constraint import_kind_known;
alter table import add constraint import_kind_known
  check (kind in ('organizations', 'workers', 'attendance', 'hours', 'participants'));
alter table column_memory drop constraint column_memory_kind_known;
alter table column_memory add constraint column_memory_kind_known
  check (kind in ('organizations', 'workers', 'attendance', 'hours', 'participants'));
