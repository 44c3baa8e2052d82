-- Who was at a training is found by the letters of a name: of those on the list, and of social workers.
create index training_attendance_bare on training_attendance (bare, attended_on) where removed_at is null;

-- The name in letters only, as on the lists of trainings.
alter table social_worker add column bare text;
update social_worker set bare = coalesce(nullif(
  lower(regexp_replace(normalize(name, nfkc), '[[:space:][:punct:]·•・‧。、—…“”‘’]', '', 'g')), ''), name);
alter table social_worker alter column bare set not null;
create index social_worker_bare on social_worker (bare);
