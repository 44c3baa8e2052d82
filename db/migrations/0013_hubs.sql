-- 枢纽: which hub organization serves which, from when to when, with which services.
create table hub_tie (
  id          uuid primary key,
  -- The organization that serves, and the one that is served.
  hub         uuid not null references organization (id) on delete cascade,
  served      uuid not null references organization (id) on delete cascade,
  status      text not null,
  starts_on   date not null,
  -- The first day on which it serves no more.
  ends_on     date,
  -- Where the hub's leader proposed it: who, when, and until when it should be decided.
  proposed_by uuid references person (id),
  proposed_at timestamptz,
  due_on      date,
  demo        boolean not null default false,
  constraint hub_tie_status_known check (status in ('proposed', 'active', 'declined', 'withdrawn', 'ended')),
  constraint hub_tie_not_with_itself check (hub <> served),
  constraint hub_tie_ends_after_it_starts check (ends_on >= starts_on),
  constraint hub_tie_ended_has_an_end check ((status = 'ended') = (ends_on is not null)),
  constraint hub_tie_once_at_a_time exclude using gist
    (hub with =, served with =, daterange(starts_on, ends_on) with &&) where (status in ('active', 'ended'))
);
create index hub_tie_hub on hub_tie (hub, starts_on);
create index hub_tie_served on hub_tie (served, starts_on);
create index hub_tie_proposed_by on hub_tie (proposed_by);
create unique index hub_tie_one_proposal on hub_tie (hub, served) where status = 'proposed';

-- A service of a tie, from a day to a day: services change while the tie goes on.
create table hub_service (
  id        uuid primary key,
  hub_tie   uuid not null references hub_tie (id) on delete cascade,
  -- One of the names of the rule `hubs.services`.
  service   text not null,
  starts_on date not null,
  ends_on   date,
  constraint hub_service_ends_after_it_starts check (ends_on >= starts_on),
  constraint hub_service_once_at_a_time exclude using gist
    (hub_tie with =, service with =, daterange(starts_on, ends_on) with &&)
);
create index hub_service_hub_tie on hub_service (hub_tie);

-- The few hubs of a township, without looking at all its organizations.
create index organization_hubs on organization (township) where hub and status <> 'ended';
