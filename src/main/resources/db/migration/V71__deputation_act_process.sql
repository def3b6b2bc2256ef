-- in which process a deputy acted: the time of it is told where that process is at home
alter table deputation_act add column process varchar(64) default '' not null;
