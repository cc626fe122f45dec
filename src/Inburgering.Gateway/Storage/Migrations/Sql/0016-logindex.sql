-- A trace is asked without a period (LDV Lezen) and had no index. As a hash: a tree would hold its sixteen bytes once more.
create index ix_regel_trace on verwerkingslog.regel using hash (trace_id);

-- Room for it: without the time the lines of one dossier share one entry, a fifth of the room. Its lines are few and sorted when read.
drop index verwerkingslog.ix_regel_dossier;
create index ix_regel_dossier on verwerkingslog.regel (dossier_id) where dossier_id is not null;

-- And without registratie an entry is small enough for PostgreSQL to see that each gemeente grows at its own end, and to leave pages full.
-- Lines of one millisecond are put in order when read.
drop index verwerkingslog.ix_regel_tijdstip;
create index ix_regel_tijdstip on verwerkingslog.regel (gemeentecode, tijdstip);
