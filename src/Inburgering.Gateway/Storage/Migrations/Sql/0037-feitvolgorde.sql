-- A fact that is confirmed by a newer message takes over that message's place in the order; nothing else of it changes.

grant update (volgorde) on dossiers.feit to gateway_applicatie;
