-- the letters a mail server took, so that a repeated job repeats none of them
create table sent_mail (
    message_key varchar(200) primary key,
    message_id varchar(400) not null,
    sent_at timestamp with time zone not null
);
