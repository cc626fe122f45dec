-- What a gemeente's own sink is told of an exchange: one row per change of its status. Ids, words and moments only; nobody is in it.

create table synchronisatie.standmelding (
    gemeentecode     varchar(4)     not null,
    melding_id       uuid           not null,
    synchronisatie_id uuid           not null,
    -- order of the changes of one exchange, from 1; two machines that see the same change make one row
    volgnummer       integer        not null check (volgnummer > 0),
    naam             varchar(200)   not null,
    van              varchar(32)    not null,
    naar             varchar(32)    not null check (naar <> van),
    zin              varchar(400)   not null,
    uitvoering_id    uuid,
    gezien_op        timestamptz    not null,
    pogingen         integer        not null default 0,
    -- null: sent, or given up
    volgende_poging  timestamptz,
    verstuurd_op     timestamptz,
    -- of the last try that failed; null: none did
    mislukt_op       timestamptz,
    constraint pk_standmelding primary key (gemeentecode, melding_id),
    constraint ux_standmelding_volgnummer unique (gemeentecode, synchronisatie_id, volgnummer)
);

create index ix_standmelding_wacht on synchronisatie.standmelding (gemeentecode, volgende_poging) where volgende_poging is not null;

alter table synchronisatie.standmelding enable row level security;
alter table synchronisatie.standmelding force row level security;
create policy gemeente on synchronisatie.standmelding
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on synchronisatie.standmelding to gateway_applicatie;
grant update (pogingen, volgende_poging, verstuurd_op, mislukt_op) on synchronisatie.standmelding to gateway_applicatie;

-- the nightly run erases what is older than its term
grant select, delete on synchronisatie.standmelding to gateway_onderhoud;
