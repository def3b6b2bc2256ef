create table review (
    id               bigint       primary key,
    agreement_key    varchar(60)  not null,
    document_version integer      not null,
    revision         boolean      not null,
    opened_at        timestamp(6) with time zone not null,
    due_at           timestamp(6) with time zone not null,
    overdue_at       timestamp(6) with time zone,
    outcome          varchar(20),
    version          bigint       not null,
    constraint review_once unique (agreement_key, document_version)
);
create sequence review_seq increment by 50;

create table review_opinion (
    id               bigint        primary key,
    review_id        bigint        not null references review (id),
    reviewer         varchar(100)  not null,
    given_at         timestamp(6) with time zone not null,
    recommendation   varchar(20)   not null,
    budget_confirmed boolean       not null,
    remark           varchar(4000) not null,
    version          bigint        not null,
    constraint review_opinion_once unique (review_id, reviewer)
);
create sequence review_opinion_seq increment by 50;

create table review_question (
    opinion_id bigint        not null references review_opinion (id),
    line       integer       not null,
    item       varchar(100)  not null,
    question   varchar(1000) not null,
    verdict    varchar(20),
    note       varchar(500)  not null,
    primary key (opinion_id, line)
);

create table review_comment (
    id               bigint        primary key,
    agreement_key    varchar(60)   not null,
    document_version integer       not null,
    carried_to       integer       not null,
    item_key         varchar(60)   not null,
    item_number      varchar(20)   not null,
    comment_text     varchar(4000) not null,
    written_by       varchar(100)  not null,
    written_at       timestamp(6) with time zone not null,
    resolved_by      varchar(100),
    resolved_at      timestamp(6) with time zone,
    version          bigint        not null
);
create sequence review_comment_seq increment by 50;
create index review_comment_agreement on review_comment (agreement_key);

create table review_comment_answer (
    comment_id  bigint        not null references review_comment (id),
    line        integer       not null,
    answer_text varchar(4000) not null,
    answered_by varchar(100)  not null,
    answered_at timestamp(6) with time zone not null,
    primary key (comment_id, line)
);
