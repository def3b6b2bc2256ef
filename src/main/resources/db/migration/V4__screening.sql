-- one row per round of screening: nominations that are opened again are screened again, and the earlier round stays
create table screening (
    id bigint primary key,
    project_code varchar(40) not null,
    round integer not null,
    state varchar(20) not null,
    overseas_places integer not null,
    local_places integer not null,
    places_per_economy integer not null,
    return_remark varchar(2000) not null,
    approved_by varchar(100),
    approved_at timestamp with time zone,
    version bigint not null,
    unique (project_code, round)
);
create sequence screening_seq increment by 50;

-- who decided or reviewed in this round, and so may not approve it
create table screening_officer (
    screening_id bigint not null references screening,
    officer varchar(100) not null,
    primary key (screening_id, officer)
);

create table assessment (
    id bigint primary key,
    screening_id bigint not null references screening,
    reference varchar(20) not null,
    economy varchar(2) not null,
    place varchar(10) not null,
    preference integer not null,
    submitted_at timestamp with time zone not null,
    reason varchar(500) not null,
    points integer not null,
    state varchar(20) not null,
    alternate_rank integer,
    decided_by varchar(100),
    decision_reason varchar(2000) not null,
    version bigint not null,
    unique (screening_id, reference)
);
create sequence assessment_seq increment by 50;

create table assessment_criterion (
    assessment_id bigint not null references assessment,
    line integer not null,
    points integer not null,
    reason varchar(500) not null,
    primary key (assessment_id, line)
);

-- where the programme officer departed from the proposal
create table selection_change (
    screening_id bigint not null references screening,
    line integer not null,
    taken_out varchar(20) not null,
    taken_in varchar(20) not null,
    reason varchar(2000) not null,
    officer varchar(100) not null,
    changed_at timestamp with time zone not null,
    primary key (screening_id, line)
);
