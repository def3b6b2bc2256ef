-- how far the evaluation of one agreement has come
create table agreement_evaluation (
    id               bigint      primary key,
    agreement_key    varchar(60) not null,
    annual_state     varchar(20) not null,
    annual_due_on    date        not null,
    annual_closes_on date        not null,
    late_noted_at    timestamp(6) with time zone,
    missing_noted_at timestamp(6) with time zone,
    answerable       varchar(100),
    opened_at        timestamp(6) with time zone not null,
    version          bigint      not null,
    constraint agreement_evaluation_once unique (agreement_key)
);
create sequence agreement_evaluation_seq increment by 50;

-- the office's own annual report; one that its head returned stays beside the next
create table annual_report (
    id               bigint        primary key,
    agreement_key    varchar(60)   not null,
    round            integer       not null,
    document_version integer       not null,
    remark           varchar(4000),
    late             boolean       not null,
    reported_by      varchar(100)  not null,
    reported_at      timestamp(6) with time zone not null,
    decision         varchar(20),
    decision_remark  varchar(4000),
    decided_by       varchar(100),
    decided_at       timestamp(6) with time zone,
    version          bigint        not null,
    constraint annual_report_once unique (agreement_key, round)
);
create sequence annual_report_seq increment by 50;

create table annual_figure (
    id             bigint        primary key,
    report_id      bigint        not null references annual_report (id),
    position       integer       not null,
    indicator_key  varchar(60)   not null,
    reference      varchar(40)   not null,
    indicator      varchar(4000) not null,
    unit           varchar(4000) not null,
    earlier        varchar(2000) not null,
    fourth_quarter varchar(500)  not null,
    year_figure    varchar(500)  not null,
    evidence       varchar(2000) not null,
    constraint annual_figure_once unique (report_id, indicator_key)
);
create sequence annual_figure_seq increment by 50;

-- the evaluator's figures; those that a committee returned stay beside the next
create table figure_evaluation (
    id               bigint       primary key,
    agreement_key    varchar(60)  not null,
    round            integer      not null,
    document_version integer      not null,
    remark           varchar(4000),
    evaluated_by     varchar(100) not null,
    evaluated_at     timestamp(6) with time zone not null,
    constraint figure_evaluation_once unique (agreement_key, round)
);
create sequence figure_evaluation_seq increment by 50;

create table evaluated_figure (
    id                bigint        primary key,
    evaluation_id     bigint        not null references figure_evaluation (id),
    position          integer       not null,
    indicator_key     varchar(60)   not null,
    reference         varchar(40)   not null,
    own_figure        varchar(500)  not null,
    own_evidence      varchar(2000) not null,
    figure            varchar(500)  not null,
    read_as           varchar(500)  not null,
    evidence_accepted boolean       not null,
    reason            varchar(2000) not null,
    constraint evaluated_figure_once unique (evaluation_id, indicator_key)
);
create sequence evaluated_figure_seq increment by 50;

create table committee_decision (
    id            bigint       primary key,
    agreement_key varchar(60)  not null,
    committee     varchar(20)  not null,
    round         integer      not null,
    decision      varchar(20)  not null,
    remark        varchar(4000),
    decided_by    varchar(100) not null,
    decided_at    timestamp(6) with time zone not null
);
create sequence committee_decision_seq increment by 50;
create index committee_decision_of on committee_decision (agreement_key);

-- the final score: composite with two decimals ranks, the exact one explains it
create table agreement_score (
    id               bigint        primary key,
    agreement_key    varchar(60)   not null,
    organisation     varchar(40)   not null,
    fiscal_year      varchar(7)    not null,
    office_level     varchar(20)   not null,
    document_version integer       not null,
    evaluation_round integer       not null,
    composite        numeric(5, 2) not null,
    own_marks        numeric(20, 10) not null,
    composite_exact  varchar(4000) not null,
    band             varchar(200)  not null,
    fixed_by         varchar(100)  not null,
    fixed_at         timestamp(6) with time zone not null,
    constraint agreement_score_once unique (agreement_key)
);
create sequence agreement_score_seq increment by 50;
create index agreement_score_ranked on agreement_score (fiscal_year, office_level, composite);

create table indicator_score (
    id                bigint          primary key,
    score_id          bigint          not null references agreement_score (id),
    position          integer         not null,
    indicator_key     varchar(60)     not null,
    reference         varchar(40)     not null,
    plan              varchar(40),
    objective         varchar(4000)   not null,
    activity          varchar(4000)   not null,
    indicator         varchar(4000)   not null,
    unit              varchar(4000)   not null,
    weight            numeric(12, 4)  not null,
    share             numeric(20, 10) not null,
    ladder            varchar(4000)   not null,
    evidence_asked    varchar(4000)   not null,
    own_figure        varchar(500)    not null,
    own_evidence      varchar(2000)   not null,
    figure            varchar(500)    not null,
    evidence_accepted boolean         not null,
    reason            varchar(2000)   not null,
    raw_exact         varchar(4000)   not null,
    raw               numeric(20, 10) not null,
    weighted          numeric(20, 10) not null,
    explanation       text            not null,
    constraint indicator_score_once unique (score_id, indicator_key)
);
create sequence indicator_score_seq increment by 50;

create table plan_score (
    id          bigint          primary key,
    score_id    bigint          not null references agreement_score (id),
    position    integer         not null,
    code        varchar(40)     not null,
    title       varchar(500)    not null,
    full_mark   numeric(12, 4)  not null,
    weight      numeric(12, 4)  not null,
    got         numeric(20, 10) not null,
    scaled      numeric(20, 10) not null,
    explanation text            not null,
    constraint plan_score_once unique (score_id, code)
);
create sequence plan_score_seq increment by 50;

-- a published list; a late result makes a new edition, and the old one stays
create table league_edition (
    id           bigint        primary key,
    fiscal_year  varchar(7)    not null,
    office_level varchar(20)   not null,
    edition      integer       not null,
    offices      integer       not null,
    average      numeric(5, 2) not null,
    best         numeric(5, 2) not null,
    worst        numeric(5, 2) not null,
    because_of   varchar(60)   not null,
    published_at timestamp(6) with time zone not null,
    constraint league_edition_once unique (fiscal_year, office_level, edition)
);
create sequence league_edition_seq increment by 50;

-- written in batches of thousands, so it has no number of its own
create table league_place (
    edition_id    bigint        not null references league_edition (id),
    organisation  varchar(40)   not null,
    agreement_key varchar(60)   not null,
    place         integer       not null,
    score         numeric(5, 2) not null,
    primary key (edition_id, agreement_key)
);
create index league_place_of on league_place (organisation);

-- results of years before this desk, as they were published
create table earlier_result (
    id           bigint        primary key,
    organisation varchar(40)   not null,
    fiscal_year  varchar(7)    not null,
    score        numeric(5, 2) not null,
    imported_by  varchar(100)  not null,
    imported_at  timestamp(6) with time zone not null,
    constraint earlier_result_once unique (organisation, fiscal_year)
);
create sequence earlier_result_seq increment by 50;
