-- 场地: places that organizations may use, their rooms, and who has asked for which room when.
-- A venue is a support platform of the kind 活动场所 whose rooms can be booked: name, place and days are the platform's.
create table venue (
  id                 uuid primary key references support_platform (id),
  -- Whose organizations may ask for it: the area itself, or one above it.
  open_to            bigint not null references area (code),
  -- A telephone of the place, not of a person.
  contact            text,
  terms              text not null,
  -- What a discount means: 每小时 20 元.
  terms_note         text,
  for_whom           text,
  -- [{days: [1 … 7], from: '08:30', to: '17:30'}], Monday is 1.
  hours              jsonb not null,
  closed_on_holidays boolean not null,
  version            int not null default 1,
  demo               boolean not null default false,
  constraint venue_terms_known check (terms in ('free', 'discounted')),
  constraint venue_discount_is_told check (terms <> 'discounted' or terms_note is not null)
);
create index venue_open_to on venue (open_to);

create table venue_room (
  id        uuid primary key,
  venue     uuid not null references venue (id) on delete cascade,
  name      text not null,
  capacity  int,
  equipment text,
  -- Not to be booked for the time being.
  closed    boolean not null default false,
  -- Whoever knows it may read the room's calendar.
  feed_code text,
  demo      boolean not null default false,
  constraint venue_room_holds_somebody check (capacity > 0),
  constraint venue_room_name_once unique (venue, name)
);
create unique index venue_room_feed on venue_room (feed_code);

create table venue_booking (
  id           uuid primary key,
  venue_room   uuid not null references venue_room (id),
  organization uuid not null references organization (id) on delete cascade,
  -- The same for those that were asked for together, week by week.
  series       uuid,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  purpose      text not null,
  people       int,
  status       text not null,
  asked_by     uuid references person (id),
  asked_at     timestamptz not null,
  -- Last day on which an answer is in time.
  due_on       date not null,
  -- Who answered, or cancelled, last.
  answered_by  uuid references person (id),
  answered_at  timestamptz,
  -- Who cancelled it, and whether later than the notice that the rules ask for.
  ended_by     text,
  short_notice boolean not null default false,
  reason       text,
  demo         boolean not null default false,
  constraint venue_booking_status_known check (status in ('asked', 'accepted', 'declined', 'withdrawn', 'cancelled',
    'used', 'unused')),
  constraint venue_booking_ended_by_known check (ended_by in ('asker', 'keeper')),
  constraint venue_booking_cancelled_by_somebody check ((status = 'cancelled') = (ended_by is not null)),
  constraint venue_booking_has_people check (people > 0),
  constraint venue_booking_ends_after_it_starts check (ends_at > starts_at),
  -- A day in China, midnight at most.
  constraint venue_booking_within_a_day check ((starts_at at time zone 'Asia/Shanghai')::date
    = ((ends_at - interval '1 microsecond') at time zone 'Asia/Shanghai')::date),
  constraint venue_booking_room_taken_once exclude using gist
    (venue_room with =, tstzrange(starts_at, ends_at) with &&) where (status in ('accepted', 'used', 'unused'))
);
create index venue_booking_venue_room on venue_booking (venue_room, starts_at);
create index venue_booking_organization on venue_booking (organization, starts_at);
create index venue_booking_asked_by on venue_booking (asked_by);
create index venue_booking_answered_by on venue_booking (answered_by);
-- What waits for somebody, without looking at what is over.
create index venue_booking_waits on venue_booking (starts_at) where status = 'asked';
create index venue_booking_agreed on venue_booking (starts_at) where status = 'accepted';
create index venue_booking_refused on venue_booking (starts_at) where status in ('declined', 'cancelled');
-- The same request sent twice is one.
create unique index venue_booking_asked_once on venue_booking (venue_room, organization, starts_at)
  where status in ('asked', 'accepted');
