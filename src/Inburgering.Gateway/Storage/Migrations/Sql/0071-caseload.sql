-- Row-level security and rights of the caseloads of partners' users. A row ends and is never rewritten; after a merge it names the dossier that stays.

alter table dossiers.caseload enable row level security;
alter table dossiers.caseload force row level security;
create policy gemeente on dossiers.caseload
    using (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')))
    with check (gemeentecode = any (string_to_array(current_setting('app.gemeenten', true), ',')));

grant select, insert on dossiers.caseload to gateway_applicatie;
grant update (tot, dossier_id) on dossiers.caseload to gateway_applicatie;

-- the nightly run erases what ended longer ago than its term, and what goes with a dossier
grant select, delete on dossiers.caseload to gateway_onderhoud;
