-- 常住人口 and 户数 of areas: what every "per resident" is divided by. A later day's number does not change an earlier one.
create table area_population (
  area        bigint not null references area (code),
  on_day      date not null,
  residents   int,
  households  int,
  source      text not null,
  demo        boolean not null default false,
  recorded_by uuid references person (id),
  recorded_at timestamptz not null,
  constraint area_population_pkey primary key (area, on_day),
  constraint area_population_says_something check (residents is not null or households is not null),
  constraint area_population_residents_counted check (residents between 0 and 5000000),
  constraint area_population_households_counted check (households between 0 and 5000000)
);
create index area_population_recorded_by on area_population (recorded_by);
