-- Files that people hand in: the same bytes are kept once, each handing-in is a row of its own.
create table file_content (
  -- SHA-256 in hexadecimal.
  sha256    text primary key,
  byte_size int not null,
  bytes     bytea not null,
  constraint file_content_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_content_not_empty check (byte_size > 0 and byte_size = length(bytes))
);
-- Pictures, PDF and Office files are compressed already.
alter table file_content alter column bytes set storage external;

-- It belongs to whatever refers to it; one that nothing refers to is dropped after a day.
create table stored_file (
  id        uuid primary key,
  sha256    text not null references file_content (sha256),
  -- What the content is, whatever the name says.
  kind      text not null,
  file_name text not null,
  kept_at   timestamptz not null,
  kept_by   uuid references person (id),
  constraint stored_file_kind_known check (kind in ('pdf', 'jpg', 'png', 'webp', 'docx', 'xlsx', 'doc', 'xls')),
  constraint stored_file_name_is_bare check (file_name !~ '[/\\[:cntrl:]]' and length(file_name) between 1 and 150)
);
create index stored_file_sha256 on stored_file (sha256);
create index stored_file_kept_by on stored_file (kept_by);
