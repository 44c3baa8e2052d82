-- 章程: versions of an organization's charter, and the votes on them.
create table charter_version (
  id            uuid primary key,
  organization  uuid not null references organization (id) on delete cascade,
  kind          text not null,
  status        text not null,
  -- 第几版: given when it is adopted.
  version       int,
  -- The answers of the form; of a paper the file instead.
  form          jsonb,
  stored_file   uuid references stored_file (id),
  -- Chapters and articles as they were voted on.
  chapters      jsonb,
  -- Why a paper has no vote on record.
  without_vote  text,
  in_force_on   date,
  -- The first day on which another version holds.
  ended_on      date,
  -- Grows with each edit of a draft.
  revision      int not null default 1,
  drafted_on    date not null,
  drafted_by    uuid references person (id),
  -- Not by the leader: somebody wrote it down for them.
  on_behalf     boolean not null,
  updated_at    timestamptz not null,
  constraint charter_version_kind_known check (kind in ('written', 'paper')),
  constraint charter_version_status_known check (status in
    ('draft', 'refused', 'adopted', 'inForce', 'superseded', 'discarded')),
  constraint charter_version_kind_has_its_content check (
    (kind = 'written') = (form is not null) and (kind = 'paper') = (stored_file is not null)),
  constraint charter_version_text_is_frozen check (
    kind = 'paper' or status = 'draft' or status = 'discarded' or chapters is not null),
  constraint charter_version_numbered_from_adoption check (
    (version is not null) = (status <> 'draft' and status <> 'refused' and status <> 'discarded')),
  constraint charter_version_in_force_from_a_day check (
    (in_force_on is not null) = (status = 'inForce' or status = 'superseded')),
  constraint charter_version_ends_after_it_began check (
    (ended_on is not null) = (status = 'superseded') and ended_on > in_force_on),
  constraint charter_version_number_once unique (organization, version)
);
create index charter_version_organization on charter_version (organization, drafted_on);
create index charter_version_stored_file on charter_version (stored_file);
create index charter_version_drafted_by on charter_version (drafted_by);
-- One draft, one that waits and one in force at a time.
create unique index charter_version_one_draft on charter_version (organization) where status = 'draft';
create unique index charter_version_one_waiting on charter_version (organization) where status = 'adopted';
create unique index charter_version_one_in_force on charter_version (organization) where status = 'inForce';

-- One vote for each version that was voted on; a vote that failed is kept as well.
create table charter_vote (
  charter_version uuid primary key references charter_version (id) on delete cascade,
  held_on     date not null,
  place       text not null,
  entitled    int not null,
  present     int not null,
  in_favour   int not null,
  against     int not null,
  abstaining  int not null,
  recorder    text not null,
  result      text not null,
  -- In words: how many were there, how many were needed.
  because     text not null,
  on_behalf   boolean not null,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  constraint charter_vote_result_known check (result in ('adopted', 'refused')),
  constraint charter_vote_counts_not_negative check (in_favour >= 0 and against >= 0 and abstaining >= 0),
  constraint charter_vote_only_the_entitled check (present between 1 and entitled),
  constraint charter_vote_every_ballot_counted check (in_favour + against + abstaining = present)
);
create index charter_vote_recorded_by on charter_vote (recorded_by);
