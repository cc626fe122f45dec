-- Row-level security and rights of files that partners deliver, and of their rows. A row is never rewritten.

alter table inbox.leveringsbestand enable row level security;
alter table inbox.leveringsbestand force row level security;
create policy gemeente on inbox.leveringsbestand
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table inbox.bestandrij enable row level security;
alter table inbox.bestandrij force row level security;
create policy gemeente on inbox.bestandrij
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on inbox.leveringsbestand, inbox.bestandrij to gateway_applicatie;
grant update (inhoud, status, rijen, fouten, getoetst, geleverd_tot, klaar_op, volgende_poging, bezet_tot, pogingen) on inbox.leveringsbestand to gateway_applicatie;

-- the nightly run erases what is older than its term
grant select, delete on inbox.leveringsbestand, inbox.bestandrij to gateway_onderhoud;
