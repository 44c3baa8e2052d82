-- 方案: packs by version, the programmes that run from them, and what persons judged.
create table pack (
  id        text not null,
  version   int not null,
  title     text not null,
  -- The YAML as it was loaded.
  text      text not null,
  loaded_at timestamptz not null,
  loaded_by uuid references person (id),
  constraint pack_pkey primary key (id, version),
  constraint pack_version_positive check (version > 0)
);

create table programme (
  id           uuid primary key,
  pack         text not null,
  pack_version int not null,
  area         bigint not null references area (code),
  starts_on    date not null,
  ends_on      date not null,
  demo         boolean not null default false,
  constraint programme_pack_fkey foreign key (pack, pack_version) references pack (id, version),
  constraint programme_once_per_area unique (pack, area),
  constraint programme_ends_after_it_starts check (ends_on >= starts_on)
);
create index programme_area on programme (area);

-- A person's judgement of a target that no count can decide, dated, with evidence; the newest one holds.
create table judgement (
  id        uuid primary key,
  programme uuid not null references programme (id),
  target    text not null,
  area      bigint not null references area (code),
  result    text not null,
  judged_on date not null,
  evidence  text not null,
  person    uuid not null references person (id),
  at        timestamptz not null,
  constraint judgement_result_known check (result in ('met', 'onCourse', 'behind'))
);
create index judgement_target on judgement (programme, target, area, judged_on desc);
create index judgement_area on judgement (area);
create index judgement_person on judgement (person);
