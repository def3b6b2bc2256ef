-- One row per project: its programme, and what was announced, when.
create table announcement (
    id                     bigint       primary key,
    project_code           varchar(40)  not null unique,
    programme_completed_at timestamp(6) with time zone,
    programme_completed_by varchar(100),
    announced_at           timestamp(6) with time zone,
    due_on                 date,
    late                   boolean      not null,
    version                bigint       not null
);
create sequence announcement_seq increment by 50;

-- A session is kept as a day of the project and local times, so that a project that moves takes its sessions along.
create table programme_session (
    id              bigint        primary key,
    announcement_id bigint        not null references announcement,
    number          integer       not null,
    title           varchar(300)  not null,
    day_number      integer       not null,
    starts          time          not null,
    ends            time          not null,
    speakers        varchar(1000),
    unique (announcement_id, number)
);
create sequence programme_session_seq increment by 50;

create table speaker (
    id              bigint        primary key,
    announcement_id bigint        not null references announcement,
    name            varchar(200)  not null,
    position        varchar(300),
    organization    varchar(300),
    economy         varchar(100),
    origin          varchar(20)   not null,
    email           varchar(254),
    bio             varchar(6000)
);
create sequence speaker_seq increment by 50;

-- What the Secretary-General said when the announcement was not ready in time.
create table delay_instruction (
    id              bigint        primary key,
    announcement_id bigint        not null references announcement,
    instruction     varchar(6000) not null,
    missing         varchar(1000) not null,
    given_by        varchar(100)  not null,
    given_at        timestamp(6) with time zone not null
);
create sequence delay_instruction_seq increment by 50;

-- A place offered to a selected person; the person's details are those that were announced.
create table participation (
    id                bigint        primary key,
    announcement_id   bigint        not null references announcement,
    reference         varchar(40)   not null,
    economy           varchar(2)    not null,
    local             boolean       not null,
    family_name       varchar(200)  not null,
    given_name        varchar(200)  not null,
    display_name      varchar(400)  not null,
    email             varchar(254),
    position          varchar(300),
    organization      varchar(300),
    state             varchar(20)   not null,
    offered_at        timestamp(6) with time zone not null,
    answered_at       timestamp(6) with time zone,
    answered_by       varchar(100),
    withdrawal_reason varchar(2000),
    replaced_by       varchar(40),
    version           bigint        not null,
    unique (announcement_id, reference)
);
create sequence participation_seq increment by 50;
