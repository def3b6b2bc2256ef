-- the tree of offices with their people, who imported it when, and what each import changed
create table organisation (
    id           bigint        primary key,
    code         varchar(40)   not null unique,
    name         varchar(200)  not null,
    bengali_name varchar(200)  not null,
    office_level varchar(30)   not null,
    parent       varchar(40)   references organisation (code),
    ministry     varchar(40)   not null references organisation (code),
    apa_team     varchar(2000) not null,
    focal_point  varchar(64),
    head         varchar(64),
    head_title   varchar(100)  not null,
    team_address varchar(200)  not null,
    head_address varchar(200)  not null,
    active       boolean       not null,
    version      bigint        not null
);
create index organisation_by_parent on organisation (parent);
create index organisation_by_level on organisation (office_level);
-- the offices below were given the first ids
create sequence organisation_seq start with 101 increment by 50;

create table organisation_import (
    id          bigint       primary key,
    imported_by varchar(64)  not null,
    imported_at timestamp(6) with time zone not null,
    sha256      varchar(64)  not null,
    added       integer      not null,
    changed     integer      not null,
    unchanged   integer      not null,
    version     bigint       not null
);
create sequence organisation_import_seq increment by 50;

create table organisation_change (
    id           bigint        primary key,
    import_id    bigint        not null references organisation_import (id),
    code         varchar(40)   not null,
    field        varchar(30)   not null,
    value_before varchar(2000) not null,
    value_after  varchar(2000) not null,
    version      bigint        not null
);
create index organisation_change_by_code on organisation_change (code);
create sequence organisation_change_seq increment by 50;

-- the Cabinet Division and the ten that signed first, on 23 February 2015; their people come by import
insert into organisation (id, code, name, bengali_name, office_level, parent, ministry, apa_team, head_title, team_address, head_address, active, version) values
 (1, 'cabinet', 'Cabinet Division', 'মন্ত্রিপরিষদ বিভাগ', 'CABINET_DIVISION', null, 'cabinet', '', 'Cabinet Secretary', 'apa@cabinet.example', 'secretary@cabinet.example', true, 0),
 (2, 'roads', 'Road Transport and Highways Division', 'সড়ক পরিবহন ও মহাসড়ক বিভাগ', 'MINISTRY', 'cabinet', 'roads', '', 'Secretary', 'apa@roads.example', 'secretary@roads.example', true, 0),
 (3, 'home', 'Ministry of Home Affairs', 'স্বরাষ্ট্র মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'home', '', 'Secretary', 'apa@home.example', 'secretary@home.example', true, 0),
 (4, 'textiles', 'Ministry of Textiles and Jute', 'বস্ত্র ও পাট মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'textiles', '', 'Secretary', 'apa@textiles.example', 'secretary@textiles.example', true, 0),
 (5, 'energy', 'Energy and Mineral Resources Division', 'জ্বালানি ও খনিজ সম্পদ বিভাগ', 'MINISTRY', 'cabinet', 'energy', '', 'Secretary', 'apa@energy.example', 'secretary@energy.example', true, 0),
 (6, 'industries', 'Ministry of Industries', 'শিল্প মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'industries', '', 'Secretary', 'apa@industries.example', 'secretary@industries.example', true, 0),
 (7, 'commerce', 'Ministry of Commerce', 'বাণিজ্য মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'commerce', '', 'Secretary', 'apa@commerce.example', 'secretary@commerce.example', true, 0),
 (8, 'housing', 'Ministry of Housing and Public Works', 'গৃহায়ন ও গণপূর্ত মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'housing', '', 'Secretary', 'apa@housing.example', 'secretary@housing.example', true, 0),
 (9, 'bridges', 'Bridges Division', 'সেতু বিভাগ', 'MINISTRY', 'cabinet', 'bridges', '', 'Secretary', 'apa@bridges.example', 'secretary@bridges.example', true, 0),
 (10, 'social-welfare', 'Ministry of Social Welfare', 'সমাজকল্যাণ মন্ত্রণালয়', 'MINISTRY', 'cabinet', 'social-welfare', '', 'Secretary', 'apa@social-welfare.example', 'secretary@social-welfare.example', true, 0),
 (11, 'erd', 'Economic Relations Division', 'অর্থনৈতিক সম্পর্ক বিভাগ', 'MINISTRY', 'cabinet', 'erd', '', 'Secretary', 'apa@erd.example', 'secretary@erd.example', true, 0);
