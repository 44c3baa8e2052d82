-- Applications: what a group asks for, its papers and members, and each step with who, when and why.
create table application (
  id            uuid primary key,
  kind          text not null,
  -- The tier that is asked for; it decides the path.
  tier          text not null,
  area          bigint not null references area (code),
  province      bigint not null,
  city          bigint,
  county        bigint,
  township      bigint,
  community     bigint,
  -- The one that is to rise, or the one that approval put on the register.
  organization  uuid references organization (id),
  -- The leader's account; null while nobody's is known.
  keeper        uuid references person (id),
  on_behalf     boolean not null,
  opened_by     uuid not null references person (id),
  -- Chosen by the page: a second press finds the first one's application.
  draft_key     uuid not null,
  name          text not null,
  facts         jsonb not null,
  status        text not null,
  desk          text not null,
  office        text not null,
  -- Path, limits and materials of the rule set under which it was sent: {path, limits, materials, direct, warnWithin}.
  terms         jsonb,
  -- The tier that the rules proposed when it was sent, condition by condition.
  proposal      jsonb,
  returned_from text,
  -- What was left of the limit when it was returned, in the unit of the limit.
  clock_left    int,
  submitted_on  date,
  -- Since when it lies where it lies, and the last day in time.
  since_on      date not null,
  due_on        date,
  decided_on    date,
  decided_by    uuid references person (id),
  decided_tier  text,
  demo          boolean not null default false,
  version       int not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  constraint application_kind_known check (kind in ('establish', 'upgrade')),
  constraint application_tier_known check (tier in ('registered', 'filed', 'guided')),
  constraint application_decided_tier_known check (decided_tier in ('registered', 'filed', 'guided')),
  constraint application_status_known check (status in ('draft', 'confirming', 'opinion', 'accepting', 'correcting',
    'reviewing', 'deciding', 'approved', 'refused', 'withdrawn')),
  constraint application_desk_known check (desk in ('applicant', 'community', 'township', 'county', 'nobody')),
  constraint application_office_known check (office in ('township', 'county')),
  constraint application_upgrade_names_organization check (kind <> 'upgrade' or organization is not null),
  constraint application_approved_has_organization check (status <> 'approved' or organization is not null),
  constraint application_decided_together check
    ((status in ('approved', 'refused')) = (decided_on is not null)),
  constraint application_sent_has_terms check (status in ('draft', 'withdrawn') or terms is not null)
);
create unique index application_draft_once on application (opened_by, draft_key);
create unique index application_name_once on application (area, name)
  where kind = 'establish' and status in ('confirming', 'opinion', 'accepting', 'correcting', 'reviewing', 'deciding');
create unique index application_upgrade_once on application (organization)
  where kind = 'upgrade' and status not in ('approved', 'refused', 'withdrawn');
create index application_organization on application (organization);
create index application_keeper on application (keeper);
create index application_opened_by on application (opened_by);
create index application_decided_by on application (decided_by);
create index application_area on application (area);
create index application_community_desk on application (community, desk, due_on);
create index application_township_desk on application (township, desk, due_on);
create index application_county_desk on application (county, desk, due_on);
create index application_city on application (city, due_on);

create table application_file (
  id          uuid primary key,
  application uuid not null references application (id) on delete cascade,
  material    text not null,
  file        uuid not null references stored_file (id),
  added_at    timestamptz not null,
  added_by    uuid not null references person (id)
);
create index application_file_application on application_file (application, added_at);
create index application_file_file on application_file (file);
create index application_file_added_by on application_file (added_by);

-- As little of a member as the roster needs; the party standing is sensitive and shown to few.
create table application_member (
  application uuid not null references application (id) on delete cascade,
  position    int not null,
  name        text not null,
  -- Tells two of one name apart: 3 号楼.
  mark        text,
  leader      boolean not null,
  key_member  boolean not null,
  party       text,
  constraint application_member_pkey primary key (application, position),
  constraint application_member_party_known check (party in ('full', 'probationary', 'none'))
);
create unique index application_member_once on application_member (application, name, coalesce(mark, ''));

-- Each step, message and reminder: the thread of an application, and its decisions with who, when and why.
create table application_step (
  id          uuid primary key,
  application uuid not null references application (id) on delete cascade,
  at          timestamptz not null,
  person      uuid references person (id),
  person_name text not null,
  step        text not null,
  -- Of an opinion or a review.
  supports    text,
  words       text,
  constraint application_step_known check (step in ('submit', 'resubmit', 'opine', 'accept', 'return', 'review',
    'approve', 'refuse', 'withdraw', 'say', 'urge')),
  constraint application_step_supports_known check (supports in ('yes', 'no'))
);
create index application_step_application on application_step (application, at, id);
create index application_step_person on application_step (person);
