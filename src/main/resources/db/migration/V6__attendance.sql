create table held_session (
    id              bigint       primary key,
    project_code    varchar(40)  not null,
    session         integer      not null,
    held            boolean,
    not_held_reason varchar(500),
    recorded_by     varchar(100),
    recorded_at     timestamp(6) with time zone,
    report_summary  varchar(2000),
    version         bigint       not null,
    constraint held_session_once unique (project_code, session)
);
create sequence held_session_seq increment by 50;

create table attendance_entry (
    id           bigint       primary key,
    project_code varchar(40)  not null,
    session      integer      not null,
    reference    varchar(20)  not null,
    economy      varchar(2)   not null,
    presence     varchar(10)  not null,
    version      bigint       not null,
    constraint attendance_entry_once unique (project_code, session, reference)
);
create sequence attendance_entry_seq increment by 50;

create table platform_line (
    id           bigint       primary key,
    project_code varchar(40)  not null,
    session      integer      not null,
    reference    varchar(20)  not null,
    minutes      bigint       not null,
    percent      integer      not null,
    verdict      varchar(10)  not null
);
create index platform_line_session on platform_line (project_code, session);
create sequence platform_line_seq increment by 50;

create table attendance_contest (
    id                bigint        primary key,
    project_code      varchar(40)   not null,
    session           integer       not null,
    reference         varchar(20)   not null,
    economy           varchar(2)    not null,
    contested_by      varchar(100)  not null,
    contested_at      timestamp(6) with time zone not null,
    contest_reason    varchar(500)  not null,
    old_presence      varchar(10)   not null,
    new_presence      varchar(10),
    correction_reason varchar(500),
    corrected_by      varchar(100),
    corrected_at      timestamp(6) with time zone,
    version           bigint        not null
);
create sequence attendance_contest_seq increment by 50;
