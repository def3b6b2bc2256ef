-- projects, each version of their notification, the history of changes and what people decided about them
create table economy (
    iso2            varchar(2)   primary key,
    name            varchar(100) not null,
    npo             varchar(200) not null,
    active          boolean      not null,
    zone            varchar(50)  not null,
    liaison_address varchar(200) not null,
    head_address    varchar(200) not null
);

create table project (
    id                   bigint       primary key,
    code                 varchar(30)  not null unique,
    title                varchar(500) not null,
    state                varchar(30)  not null,
    state_before         varchar(30),
    planned_by           varchar(100) not null,
    announcement_lead    integer,
    first_reminder_lead  integer,
    second_reminder_lead integer,
    unread               varchar(2000) not null,
    rating               integer,
    evaluation           varchar(6000),
    evaluated_by         varchar(100),
    archived_on          date,
    version              bigint       not null
);
create sequence project_seq increment by 50;

create table notification (
    id                        bigint        primary key,
    project_id                bigint        not null references project (id),
    number                    integer       not null,
    reference                 varchar(60)   not null,
    issued_on                 date,
    start_date                date,
    end_date                  date,
    modality                  varchar(30),
    venue                     varchar(500)  not null,
    hosts                     varchar(200)  not null,
    all_members               boolean       not null,
    economies                 varchar(200)  not null,
    implementing              varchar(500)  not null,
    overseas_places           integer,
    local_places              integer,
    places_per_economy        integer,
    qualifications            varchar(6000) not null,
    target_groups             varchar(200)  not null,
    nomination_rule           varchar(6000) not null,
    closing_date              date,
    objectives                varchar(6000) not null,
    topics                    varchar(12000) not null,
    financial_arrangements    varchar(6000) not null,
    signatory                 varchar(500)  not null,
    version                   bigint        not null,
    constraint one_number_per_project unique (project_id, number)
);
create sequence notification_seq increment by 50;

-- the change history printed on a revision
create table project_change (
    id           bigint        primary key,
    project_id   bigint        not null references project (id),
    revision     integer       not null,
    changed_on   date          not null,
    clause       varchar(200)  not null,
    modification varchar(4000) not null,
    version      bigint        not null
);
create sequence project_change_seq increment by 50;

-- what a programme officer proposes to change, until the secretary-general decides
create table change_request (
    id              bigint        primary key,
    project_id      bigint        not null references project (id),
    kind            varchar(30)   not null,
    reason          varchar(6000) not null,
    start_date      date,
    end_date        date,
    closing_date    date,
    overseas_places integer,
    local_places    integer,
    venue           varchar(500),
    reopen          boolean       not null,
    proposed_by     varchar(100)  not null,
    approved        boolean,
    decided_by      varchar(100),
    version         bigint        not null
);
create sequence change_request_seq increment by 50;

-- nominations opened again: by a revision, or for replacements
create table reopening (
    id           bigint        primary key,
    project_id   bigint        not null references project (id),
    economies    varchar(200)  not null,
    reason       varchar(6000) not null,
    closing_date date          not null,
    replacement  boolean       not null,
    opened_by    varchar(100)  not null,
    opened_at    timestamp with time zone not null,
    version      bigint        not null
);
create sequence reopening_seq increment by 50;

-- who checked or approved what, with their remark
create table project_decision (
    id         bigint        primary key,
    project_id bigint        not null references project (id),
    step       varchar(60)   not null,
    approved   boolean       not null,
    remark     varchar(6000) not null,
    decided_by varchar(100)  not null,
    decided_at timestamp with time zone not null,
    version    bigint        not null
);
create sequence project_decision_seq increment by 50;
