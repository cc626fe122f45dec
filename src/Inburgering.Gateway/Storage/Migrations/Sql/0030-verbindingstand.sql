-- How the circuits of the processes stand: machines and partners, no person and no gemeente.
grant select, insert, update on inbox.verbindingstand to gateway_applicatie;
