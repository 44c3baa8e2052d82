-- 规则集: what places decided about levels, limits, materials and words, version by version; and what was decided about tiers.
create table rule_set (
  id            uuid primary key,
  -- Whose rules these are; null: the whole country.
  area          bigint references area (code),
  version       int not null,
  title         text not null,
  -- Parameter → {value, clause, default, locked, note}. A parameter that is left out is inherited.
  entries       jsonb not null,
  reason        text not null,
  loaded_at     timestamptz not null,
  loaded_by     uuid references person (id),
  -- Null while it is in force. Old versions stay: a decision keeps those by which it was taken.
  superseded_at timestamptz,
  constraint rule_set_version_positive check (version > 0),
  constraint rule_set_version_once unique nulls not distinct (area, version)
);
create unique index rule_set_one_in_force on rule_set (area) nulls not distinct where superseded_at is null;
create index rule_set_loaded_by on rule_set (loaded_by);

-- The value of one parameter at a place: that of the topmost set that locks it, else that of the nearest set; null: the base.
create function rule_value(name text, province bigint, city bigint, county bigint, township bigint) returns jsonb
  language sql stable parallel safe as $$
  select s.entries -> name -> 'value' from (
    select r.entries, case r.area when township then 4 when county then 3 when city then 2 when province then 1 else 0 end as depth
    from rule_set r
    where r.superseded_at is null and r.entries ? name
      and (r.area is null or r.area in (province, city, county, township))) s
  order by case when s.entries -> name -> 'locked' = 'true' then s.depth else 9 end, s.depth desc limit 1
$$;
