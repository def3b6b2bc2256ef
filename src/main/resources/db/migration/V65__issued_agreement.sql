-- The signed document of a version that both have signed; what was signed before this table stood is printed on demand.
create table issued_agreement (
    signing_id bigint      primary key references signing (id),
    sha256     varchar(64) not null,
    pdf        bytea       not null
);
