-- 行政区划: five levels, rolled up by stored lineage, never by the digits of a code.
create extension if not exists pg_trgm;

create table area (
  code              bigint primary key,
  code_system       text not null,
  name              text not null,
  short_name        text not null,
  level             text not null,
  parent            bigint references area (code),
  -- The area itself and everything above it, each in the column of its level.
  province          bigint not null,
  city              bigint,
  county            bigint,
  township          bigint,
  community         bigint,
  kind              text not null,
  settlement        text not null,
  settlement_source text,
  -- 城乡分类代码, three digits, when imported.
  settlement_class  text,
  -- What a person decided, if one did.
  settlement_decided text,
  -- Out of every denominator (village segments 498 and 598).
  virtual           boolean not null,
  pinyin            text not null,
  initials          text not null,
  search            int4[] not null,
  constraint area_code_has_twelve_digits check (code between 110000000000 and 999999999999),
  constraint area_level_known check (level in ('province', 'city', 'county', 'township', 'community')),
  constraint area_settlement_known check (settlement in ('urban', 'rural', 'unknown')),
  constraint area_settlement_decided_known check (settlement_decided in ('urban', 'rural')),
  constraint area_settlement_source_known check (settlement_source in ('imported', 'committee', 'decided')),
  constraint area_only_province_is_a_root check ((level = 'province') = (parent is null)),
  constraint area_lineage_names_itself check (
    code = case level when 'province' then province when 'city' then city when 'county' then county
                      when 'township' then township else community end)
);
create index area_parent on area (parent);
create index area_city on area (city, level);
create index area_county on area (county, level);
create index area_township on area (township);
create index area_province on area (province, level);
-- Prefixes are sought level by level, the larger areas first.
create index area_level_short_name on area (level, short_name text_pattern_ops);
create index area_level_initials on area (level, initials text_pattern_ops);
create index area_level_pinyin on area (level, pinyin text_pattern_ops);
create index area_search on area using gin (search);
