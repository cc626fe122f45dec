-- Row-level security and rights of the choices between sources. What was chosen is never rewritten, only followed by another.

alter table dossiers.bronkeuze enable row level security;
alter table dossiers.bronkeuze force row level security;
create policy gemeente on dossiers.bronkeuze
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on dossiers.bronkeuze to gateway_applicatie;
grant update (actueel) on dossiers.bronkeuze to gateway_applicatie;
grant select, delete on dossiers.bronkeuze to gateway_onderhoud;
