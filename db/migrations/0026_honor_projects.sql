-- A title of a project names the project, where that is on record; its name of the day stays beside it.
alter table honor add column project uuid references project (id);
alter table honor add constraint honor_project_is_the_subject check (project is null or subject = 'project');
create index honor_project on honor (project);
