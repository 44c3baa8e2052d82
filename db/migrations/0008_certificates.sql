-- Certificates of filing: each a paper that was given out on a day, with the words that stand on it.

-- How far the numbers of a series have gone. Whoever takes the next one holds the row until the end of the transaction, so
-- that a series has neither gaps nor doubles. `series` is the number with # for its serial.
create table certificate_counter (
  series text primary key,
  last   int not null,
  constraint certificate_counter_from_one check (last >= 1)
);

create table certificate (
  id             uuid primary key,
  organization   uuid not null references organization (id),
  number         text not null,
  series         text not null references certificate_counter (series),
  serial         int not null,
  -- In the address that its QR code holds: 128 random bits.
  code           text not null,
  -- The words as printed; the organization may be called otherwise by now.
  title          text not null,
  name           text not null,
  place          text not null,
  leader         text,
  scope          text,
  body           text not null,
  issued_on      date not null,
  -- The last day on which it is valid; null: without limit.
  valid_until    date,
  -- The first day on which it may be renewed, by the rule of the day of issue.
  renew_from     date,
  status         text not null,
  -- The day from which it no longer holds although it has not expired, and why.
  ended_on       date,
  reason         text,
  -- The one that it was issued in place of.
  replaces       uuid references certificate (id),
  -- Its organization has asked for the next one.
  asked_on       date,
  issued_by      uuid references person (id),
  recorded_at    timestamptz not null,
  demo           boolean not null default false,
  constraint certificate_status_known check (status in ('valid', 'replaced', 'cancelled')),
  constraint certificate_end_is_known check ((status = 'valid') = (ended_on is null)),
  constraint certificate_ending_has_its_reason check ((status = 'valid') = (reason is null)),
  constraint certificate_ends_after_issue check (ended_on >= issued_on),
  constraint certificate_valid_after_issue check (valid_until >= issued_on),
  constraint certificate_renewed_before_expiry check (renew_from <= valid_until),
  constraint certificate_number_unique unique (number),
  constraint certificate_serial_unique unique (series, serial),
  constraint certificate_code_unique unique (code),
  constraint certificate_replaces_once unique (replaces)
);
create index certificate_organization on certificate (organization, issued_on);
create unique index certificate_valid_once on certificate (organization) where status = 'valid';
create index certificate_issued on certificate (issued_on desc, id desc);
create index certificate_renewal on certificate (renew_from) where status = 'valid';
create index certificate_issued_by on certificate (issued_by);
