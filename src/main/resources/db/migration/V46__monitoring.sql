-- one of the three quarterly reports of an agreement, from the day on which its quarter is waited for
create table quarterly_report (
    id               bigint       primary key,
    agreement_key    varchar(60)  not null,
    quarter          integer      not null,
    state            varchar(20)  not null,
    due_on           date         not null,
    closes_on        date         not null,
    document_version integer,
    remark           varchar(4000),
    reported_by      varchar(100),
    reported_at      timestamp(6) with time zone,
    late             boolean      not null,
    late_noted_at    timestamp(6) with time zone,
    missing_noted_at timestamp(6) with time zone,
    answerable       varchar(100),
    version          bigint       not null,
    constraint quarterly_report_once unique (agreement_key, quarter)
);
create sequence quarterly_report_seq increment by 50;

-- a figure as it was typed and as it was read; never changed, so it has no version
create table reported_figure (
    id            bigint        primary key,
    report_id     bigint        not null references quarterly_report (id),
    position      integer       not null,
    indicator_key varchar(60)   not null,
    reference     varchar(40)   not null,
    indicator     varchar(4000) not null,
    unit          varchar(4000) not null,
    figure        varchar(500)  not null,
    read_as       varchar(500)  not null,
    evidence      varchar(2000) not null,
    constraint reported_figure_once unique (report_id, indicator_key)
);
create sequence reported_figure_seq increment by 50;

create table half_year_evaluation (
    id               bigint       primary key,
    agreement_key    varchar(60)  not null,
    state            varchar(20)  not null,
    due_on           date         not null,
    document_version integer,
    feedback         varchar(4000),
    evaluated_by     varchar(100),
    evaluated_at     timestamp(6) with time zone,
    late             boolean      not null,
    missing_noted_at timestamp(6) with time zone,
    version          bigint       not null,
    constraint half_year_evaluation_once unique (agreement_key)
);
create sequence half_year_evaluation_seq increment by 50;

create table half_year_verdict (
    id            bigint        primary key,
    evaluation_id bigint        not null references half_year_evaluation (id),
    position      integer       not null,
    indicator_key varchar(60)   not null,
    reference     varchar(40)   not null,
    indicator     varchar(4000) not null,
    reported      varchar(4000) not null,
    verdict       varchar(20)   not null,
    remark        varchar(2000) not null,
    constraint half_year_verdict_once unique (evaluation_id, indicator_key)
);
create sequence half_year_verdict_seq increment by 50;
