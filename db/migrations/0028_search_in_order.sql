-- A search in a city or a province walks the names in their order and looks at the tokens of each; with the tokens in the
-- index itself it need not fetch thousands of organizations that do not match.
drop index organization_city_pinyin;
drop index organization_province_pinyin;
create index organization_city_pinyin on organization (city, pinyin, id) include (search);
create index organization_province_pinyin on organization (province, pinyin, id) include (search);
