-- Row-level security and rights of what a channel brings, and the lease of a hand-over.

alter table betalen.kanaalbericht enable row level security;
alter table betalen.kanaalbericht force row level security;
create policy gemeente on betalen.kanaalbericht
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

alter table betalen.kanaalstand enable row level security;
alter table betalen.kanaalstand force row level security;
create policy gemeente on betalen.kanaalstand
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on betalen.kanaalbericht, betalen.kanaalstand to gateway_applicatie;
grant update (goed_op, fout_sinds) on betalen.kanaalstand to gateway_applicatie;
grant update (lease_tot, aanbieding_op) on betalen.betaalbatch to gateway_applicatie;
