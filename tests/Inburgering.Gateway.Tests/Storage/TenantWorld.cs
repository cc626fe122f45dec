using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>The same person in two gemeenten, with a row in every tenant table of each.</summary>
public sealed class TenantWorld : CloneFixture, IAsyncLifetime
{
    public const string Eerste = "1708";
    public const string Tweede = "0171";

    /// <summary>Without a row anywhere.</summary>
    public const string Leeg = "0988";
    private const string Persoon = "999990019";

    /// <summary>Inner id per gemeente.</summary>
    internal Dictionary<string, Guid> DossierIds { get; } = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (var gemeente in new[] { Eerste, Tweede })
        {
            await FillAsync(gemeente);
        }
    }

    internal static string Naam(string gemeentecode) => $"Persoon van {gemeentecode}";

    private async Task FillAsync(string gemeente)
    {
        var ct = TestContext.Current.CancellationToken;
        var dossier = await DossierAsync(gemeente, Persoon);
        DossierIds[gemeente] = dossier.DossierId;
        await PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = Naam(gemeente) });
        await InAsync(gemeente, async t =>
        {
            await new OpdrachtStore(new RelatieStore(Klok)).GiveAsync(t, dossier, new Opdracht("vwn-1708", "pvt", Klok.Moment, null), "zaaksysteem-1708", ct);
            return await new BerichtStore(Applicatie, Kluis, Klok, Klok).StoreAsync(t, new Levering
            {
                Gemeentecode = gemeente,
                ClientId = "duo",
                Partner = "duo",
                ExternId = Guid.NewGuid().ToByteArray(),
                Code = "SS139",
                Inhoud = "{}"u8.ToArray(),
                TraceId = new string('a', 32),
            }, dossier, ct);
        });
        await ExecuteAsync($"""
            insert into synchronisatie.wijziging (gemeentecode, wijziging_id, synchronisatie_id, soort, op, door, reden)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 'pauze', now(), 'a', 'x');
            insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, aanleiding, gestart_door, trace_id, begonnen_op, status,
                                                   ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 'hand', 'a', 't', now(), 1, 0, 0, 0, 0, 0, 0, 0);
            insert into synchronisatie.standmelding (gemeentecode, melding_id, synchronisatie_id, volgnummer, naam, van, naar, zin, gezien_op)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 1, 'x', 'gelukt', 'mislukt', 'x', now());
            insert into synchronisatie.wachtmoment (gemeentecode, uitvoering_id, van, tot, reden) values ('{gemeente}', gen_random_uuid(), now(), now(), 'x');
            insert into betalen.betaalbatch (gemeentecode, batch_id, stand, bericht_id, profiel, rekening, uitvoeringsdatum, aantal, totaal_centen, gemaakt_door, gemaakt_op, aanbieding) values ('{gemeente}', gen_random_uuid(), 'open', 'x', 'bng', 'x', '2018-01-02', 0, 0, 'a', now(), 0);
            insert into betalen.rekeningcontrole (gemeentecode, rekening_hash, wijze, uitkomst, door, op) values ('{gemeente}', '\x00', 'ander-kanaal', 'bevestigd', 'a', now());
            insert into betalen.betaalsleutel (gemeentecode, dossier_id, sleutel) values ('{gemeente}', '{dossier.DossierId}', left(md5('{dossier.DossierId}'), 6));
            insert into betalen.betaalopdracht (gemeentecode, opdracht_id, dossier_id, besluit_id, maand, soort, poging, verplichting, kenmerk, rekening_hash, stand, uitvoeringsdatum, inhoud, gemaakt_op)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', gen_random_uuid(), '2018-01-01', 'HUUR', 1, decode(md5('{dossier.DossierId}'), 'hex'), left('{dossier.DossierId}', 35), '\x00', 'gepland', '2018-01-02', '\x00', '2018-01-01');
            insert into betalen.betaalgebeurtenis (gemeentecode, dossier_id, gebeurtenis, stand, door, op) values ('{gemeente}', '{dossier.DossierId}', 'gepland', 'gepland', 'a', now());
            insert into betalen.boeking (gemeentecode, rekening, afschrift, pagina, post, detail, bericht_id, soort, opdracht_id, dossier_id, bedrag_centen, op) values ('{gemeente}', 'x', left('{dossier.DossierId}', 35), 1, 'plaats:1', 1, gen_random_uuid(), 'geboekt', gen_random_uuid(), '{dossier.DossierId}', -1, now());
            insert into betalen.banksignaal (gemeentecode, bericht_id, code, ernst, dossier_id, kandidaten, op) values ('{gemeente}', gen_random_uuid(), 'retour', 'taak', '{dossier.DossierId}', array[]::text[], now());
            insert into betalen.betaalstop (gemeentecode, dossier_id, bericht_id, op) values ('{gemeente}', '{dossier.DossierId}', gen_random_uuid(), now());
            insert into betalen.bankbericht (gemeentecode, bericht_id, kanaal, hash, stand, ontvangen_door, ontvangen_op, sleutel_id, inhoud) values ('{gemeente}', gen_random_uuid(), 'levering', 'x', 'ontvangen', 'a', now(), gen_random_uuid(), '\x00');
            insert into betalen.kanaalbericht (gemeentecode, kanaal, sleutel, bericht_id, op) values ('{gemeente}', 'http', 'x', gen_random_uuid(), now());
            insert into betalen.kanaalstand (gemeentecode) values ('{gemeente}');
            insert into betalen.afschriftstand (gemeentecode, rekening, afschrift, nummer, eind_centen, eind_dag) values ('{gemeente}', 'x', 'x', 1, 0, '2018-01-02');
            insert into betalen.ontzorgbesluit (gemeentecode, besluit_id, dossier_id, begindatum, einddatum, inhoud, inhoud_hash, actueel, vastgelegd_op, door) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', '2018-01-01', '2018-06-30', '\x00', '\x00', true, '2018-01-01', 'a');
            insert into dossiers.caseload (gemeentecode, caseload_id, opdracht_id, dossier_id, client_id, gebruiker, sinds)
            select gemeentecode, gen_random_uuid(), opdracht_id, dossier_id, client_id, 'h', now() from dossiers.opdracht where dossier_id = '{dossier.DossierId}';
            insert into dossiers.toestemming (gemeentecode, toestemming_id, dossier_id, client_id, doel, gegeven_op)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'vwn-1708', 'hulp-bij-schulden', now());
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'EXA', 'Z-1', now(), 'a');
            insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, zaaknummer, van, door)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'uitvoeren-pvt', 'Z-2', now(), 'a');
            insert into dossiers.rectificatie (gemeentecode, rectificatie_id, dossier_id, categorie, veld, oud_feit_id, zaaknummer, op, door)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'CON', 'email', gen_random_uuid(), 'Z-3', now(), 'a');
            insert into dossiers.bronkeuze (gemeentecode, keuze_id, dossier_id, categorie, veld, onderdeel, bron, stand, reden, op, door, actueel) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'PIP', 'niveau', '', 'duo', '\x00', 'x', now(), 'a', true);
            insert into dossiers.correctietaak (gemeentecode, correctietaak_id, rectificatie_id, dossier_id, ontvanger, status, gemaakt_op)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), '{dossier.DossierId}', 'vwn-1708', 'open', now());
            insert into dossiers.noodtoegang (gemeentecode, noodtoegang_id, dossier_id, account_id, reden, van, tot)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', gen_random_uuid(), 'x', now(), now());
            insert into dossiers.bewaarplicht (gemeentecode, bewaarplicht_id, dossier_id, zaaknummer, van, door)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'Z-4', now(), 'a');
            insert into dossiers.verwijdering (gemeentecode, verwijdering_id, dossier_id, termijn, aantallen, op)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 'P5Y', '', now());
            insert into dossiers.opschorting (gemeentecode, opschorting_id, dossier_id, partner, van) values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'duo', now());
            insert into outbox.stilstand (gemeentecode, stilstand_id, partner, sinds, proef_na) values ('{gemeente}', gen_random_uuid(), 'duo', now(), now());
            insert into outbox.melding (gemeentecode, melding_id, dossier_id, partner, soort, sleutel_id, inhoud, status, gegeven_door, trace_id, gemaakt_op, pogingen)
            values ('{gemeente}', gen_random_uuid(), '{dossier.DossierId}', 'duo', 'pip', gen_random_uuid(), '', 0, 'a', '', now(), 0);
            insert into outbox.contactpersoon (gemeentecode, contactpersoon_id, partner, kenmerk, nummer, melding_id)
            values ('{gemeente}', gen_random_uuid(), 'duo', sha256('{gemeente}'), 1, gen_random_uuid());
            insert into inbox.afstemming (gemeentecode, afstemming_id, partner, aanleiding, gestart_door, trace_id, begonnen_op, status, totaal,
                gelijk, gemist, verschillend, mislukt, tegengehouden, gemiste_gebeurtenissen, pauzes)
            values ('{gemeente}', gen_random_uuid(), 'duo', 'verzoek', 'a', '', now(), 1, 1, 1, 0, 0, 0, 0, 0, 0);
            insert into inbox.afstempersoon (gemeentecode, afstempersoon_id, afstemming_id, dossier_id, pogingen)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), '{dossier.DossierId}', 0);
            insert into inbox.herhaling (gemeentecode, herhaling_id, gestart_door, reden, trace_id, begonnen_op, status, reeks)
            values ('{gemeente}', gen_random_uuid(), 'a', 'x', 't', now(), 1, 0);
            insert into inbox.leveringsbestand (gemeentecode, bestand_id, client_id, partner, inhoud_hash, sleutel_id, gedeeltelijk, status, fouten, getoetst, geleverd_tot, ontvangen_op, pogingen, trace_id)
            values ('{gemeente}', gen_random_uuid(), 'taalpunt-1708', 'taalaanbieder', 'h', gen_random_uuid(), false, 0, 0, 0, 0, now(), 0, 't');
            insert into inbox.bestandrij (gemeentecode, bestand_id, rij, deel, fout) values ('{gemeente}', gen_random_uuid(), 2, 1, 'f');
            insert into inbox.herhalingdeel (gemeentecode, herhaling_id, bericht_id, volgorde, groep, reden_voor) values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 1, 0, 'r');
            insert into inbox.afkeurbesluit (gemeentecode, besluit_id, bericht_id, soort, op, door, reden, redencode, pogingen)
            values ('{gemeente}', gen_random_uuid(), gen_random_uuid(), 'sluiting', now(), 'a', 'x', 'r', 0);
            insert into toegang.zoekmisser (gemeentecode, client_id, dag, aantal) values ('{gemeente}', 'vwn-1708', '2024-11-15', 1);
            insert into verwerkingslog.context (gemeentecode, sleutel, vorm, status, actie, resultaat, vertrouwelijkheid, naam, actor, rol, organisatie, oorsprong, activiteit, bewaartermijn)
            values ('{gemeente}', sha256('{gemeente}'), 1, 0, 0, 0, 0, 'Proef', 'a', 'r', 'o', 'taak', 'VA-01-regie/1', 'P5Y');
            insert into verwerkingslog.regel (tijdstip, registratie, seq, context, duur_ms, aantal, slot, gemeentecode, trace_id, span_id, hash)
            values ('2024-11-15', '2024-11-15', 1, 1, 0, 1, 0, '{gemeente}', substr(sha256('t'), 1, 16), 'spanspan', sha256('h'));
            insert into verwerkingslog.wislijn (gemeentecode, hash, inhoud) values ('{gemeente}', sha256('w'), 'w');
            insert into verwerkingslog.persoon (gemeentecode, pseudoniem, dossier_id, type) values ('{gemeente}', sha256('p'), '{dossier.DossierId}', 'p');
            insert into verwerkingslog.deurtelling (gemeentecode, actie, resultaat, van, tot, spans) values ('{gemeente}', 0, 0, now(), now(), '\x0011223344556677');
            insert into verwerkingslog.volledigheid (gemeentecode, dag, actie, resultaat, geteld, ontbreekt) values ('{gemeente}', current_date, 0, 0, 1, 0)
            """);
    }
}
