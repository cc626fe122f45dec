using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Log lines of the job that works on messages: one per question to a partner, one per change of a dossier.</summary>
internal sealed class TaakRegels(Beleid beleid, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>What this partner may bring in.</summary>
    /// <exception cref="InvalidOperationException">Its config says nothing of it.</exception>
    public Leverrecht Recht(string partner) => Leverrecht.Van(beleid, partner) ?? throw new InvalidOperationException($"config/partners/{partner}.json: «levert» ontbreekt.");

    /// <summary>As above, for a message with this code.</summary>
    /// <param name="code">Null: no message.</param>
    private Leverrecht Recht(string partner, string? code) => (code is null ? null : Leverrecht.Van(beleid, partner, code)) ?? Recht(partner);

    /// <summary>A question to a partner about one person: the BSN went there.</summary>
    public Logregel Raadpleging(Opvraging opvraging, Bsn bsn, string partner, Type record, string? reden) => Regel(opvraging, Of(opvraging, bsn)) with
    {
        Naam = $"Bij {partner} opgevraagd: {record.Name}",
        Actie = Actie.Raadplegen,
        Resultaat = reden is null ? Resultaat.Toegestaan : Resultaat.Fout,
        Reden = reden,
        Ontvanger = beleid.Partners[partner].Instanties[0].Oin,
        Gevraagd = [record.Name],
        Geleverd = ["IDN.bsn"],
    };

    /// <summary>Facts were stored, or were what we already held.</summary>
    public Logregel Vastgelegd(Bericht bericht, Bsn bsn, DossierRef dossier, IReadOnlyList<string> velden) =>
        Vastgelegd(bericht, new Persoonsaanduiding { Bsn = bsn }, dossier, velden);

    /// <summary>As above, for a person whom a partner named.</summary>
    public Logregel Vastgelegd(Bericht bericht, Persoonsaanduiding persoon, DossierRef dossier, IReadOnlyList<string> velden) => Regel(bericht, Of(bericht, persoon, dossier.DossierId)) with
    {
        Naam = dossier.Nieuw ? "Dossier geopend en gegevens vastgelegd" : "Gegevens vastgelegd",
        Actie = Actie.Muteren,
        Reden = velden.Count == 0 ? "geen-wijziging" : null,
        Gevraagd = velden,
    };

    /// <summary>A message was looked at without asking anyone.</summary>
    public Logregel Bericht(Bericht bericht, VNummer? vNummer, string? reden) => Regel(bericht, vNummer is null ? null : Of(bericht, new Persoonsaanduiding { VNummer = vNummer }, null)) with
    {
        Naam = "Bericht beoordeeld",
        Actie = Actie.Muteren,
        Reden = reden,
    };

    /// <summary>A message about a person we may no longer ask about.</summary>
    public Logregel Geweigerd(Bericht bericht, Bsn bsn, string reden) => Geweigerd(bericht, new Persoonsaanduiding { Bsn = bsn }, null, reden);

    /// <summary>As above, for a person whom a partner named.</summary>
    /// <param name="dossierId">Null: none of ours.</param>
    public Logregel Geweigerd(Bericht bericht, Persoonsaanduiding persoon, Guid? dossierId, string reden) => Regel(bericht, Of(bericht, persoon, dossierId)) with
    {
        Naam = "Bericht beoordeeld",
        Resultaat = Resultaat.Geweigerd,
        Reden = reden,
    };

    /// <summary>To the sender no relation, as with anybody else; to who controls the log: one of its users reached for a person on whom she does not work.</summary>
    public Logregel BuitenCaseload(Bericht bericht, Persoonsaanduiding persoon, Guid? dossierId)
    {
        var regel = Geweigerd(bericht, persoon, dossierId, "buiten-caseload");
        return regel with { Informatie = $"{regel.Informatie} gebruiker:{bericht.Gebruiker}".TrimStart() };
    }

    /// <summary>A row of a file is a message now.</summary>
    public Logregel UitBestand(Opvraging opvraging, Persoonsaanduiding persoon, Guid? dossierId) => Regel(opvraging, Of(opvraging, persoon, dossierId)) with
    {
        Naam = "Bericht ontvangen uit leveringsbestand",
        Actie = Actie.Ontvangen,
    };

    /// <summary>A file as a whole: its rows were looked at, or are messages now.</summary>
    /// <param name="telt">False: nothing of it counts.</param>
    public Logregel Bestand(Opvraging opvraging, bool telt, int rijen, string naam) => Regel(opvraging, null) with
    {
        Naam = naam,
        Resultaat = telt ? Resultaat.Toegestaan : Resultaat.Geweigerd,
        Reden = telt ? null : "rijen-fout",
        Aantal = rijen,
    };

    /// <summary>The exchange about one person stopped, or went on.</summary>
    public Logregel Koppeling(Opvraging opvraging, DossierRef dossier, string naam, string reden) => Regel(opvraging, new Betrokkene(null, "dossier", dossier.DossierId)) with
    {
        Naam = naam,
        Reden = reden,
    };

    /// <summary>A dossier closed or opened because of the koppeling.</summary>
    public Logregel Opvang(Bericht bericht, DossierRef dossier, Opvanggevolg gevolg) => Regel(bericht, new Betrokkene(null, "dossier", dossier.DossierId)) with
    {
        Naam = gevolg == Opvanggevolg.Gesloten ? "Dossier gesloten: koppeling vervallen" : "Dossier heropend: opnieuw gekoppeld",
        Actie = Actie.Muteren,
        Reden = gevolg == Opvanggevolg.Gesloten ? "koppeling-vervallen" : "koppeling",
    };

    /// <summary>A move leaves a line in both logs: what the old gemeente gave, and what the new one took.</summary>
    public IReadOnlyList<Logregel> Overgedragen(Bericht bericht, Bsn bsn, DossierRef nieuw, Overdracht overdracht, Overgenomen overgenomen)
    {
        var (doel, activiteit) = ("regie-voeren", beleid.Activiteit("regie-voeren"));
        var regel = Regel(bericht, Of(bericht, bsn) with { DossierId = nieuw.DossierId }) with
        {
            Doel = doel,
            Verwerkingsactiviteit = activiteit,
            Grondslag = beleid.Gegevens.Doelen[doel].Grondslag,
        };
        var (pseudoniem, type) = kluis.Pseudoniem(overdracht.Van, bsn);
        return
        [
            regel with
            {
                Gemeentecode = overdracht.Van,
                SpanId = System.Diagnostics.ActivitySpanId.CreateRandom().ToHexString(),
                Naam = "Dossier overgedragen en gesloten na verhuizing",
                Actie = Actie.Leveren,
                Organisatie = overdracht.Afzender,
                Ontvanger = overdracht.Ontvanger,
                Geleverd = overgenomen.Velden,
                BerichtId = null,
                Betrokkene = new Betrokkene(pseudoniem, type, overgenomen.OudDossierId),
            },
            regel with { Naam = "Gegevens overgenomen van de vorige gemeente", Gevraagd = overgenomen.Velden },
        ];
    }

    /// <summary>A run began by itself, or its slot passed without one.</summary>
    /// <param name="uitvoeringId">Null: it did not begin.</param>
    /// <param name="reden">Null: nothing to tell.</param>
    public Logregel Synchronisatie(Synchronisatie synchronisatie, Uitvoeropdracht opdracht, Guid? uitvoeringId, string? reden) =>
        Regel(new Opvraging(synchronisatie.Gemeentecode, uitvoeringId ?? synchronisatie.SynchronisatieId, synchronisatie.Partner, opdracht.TraceId, opdracht.Door), null) with
        {
            Naam = uitvoeringId is null ? "Synchronisatie overgeslagen" : "Synchronisatie begonnen",
            Actie = Actie.Beheer,
            Resultaat = uitvoeringId is null ? Resultaat.Geweigerd : Resultaat.Toegestaan,
            Reden = reden,
            Aantal = 0,
        };

    /// <summary>What a partner delivered until now was counted, or there was nothing.</summary>
    public Logregel LeveringGesloten(Synchronisatie synchronisatie, Uitvoeropdracht opdracht) =>
        Regel(new Opvraging(synchronisatie.Gemeentecode, synchronisatie.SynchronisatieId, synchronisatie.Partner, opdracht.TraceId, Slotbegin.Actor), null) with
        {
            Naam = "Levering afgesloten",
            Actie = Actie.Beheer,
            Aantal = 0,
        };

    /// <summary>One person of a reconciliation is done, or could not be.</summary>
    /// <param name="velden">What was taken over from the partner.</param>
    public Logregel Afgestemd(Opvraging opvraging, Guid dossierId, Resultaat resultaat, string? reden, IReadOnlyList<string> velden) =>
        Regel(opvraging, new Betrokkene(null, "dossier", dossierId)) with
        {
            Naam = $"Afgestemd met {opvraging.Partner}",
            Actie = Actie.Muteren,
            Resultaat = resultaat,
            Reden = reden,
            Gevraagd = velden,
        };

    private Logregel Regel(Opvraging opvraging, Betrokkene? betrokkene)
    {
        var recht = Recht(opvraging.Partner, opvraging.Code);
        return Taaklijn.Of(beleid, opvraging.Gemeentecode, opvraging.Actor, zaakklok.GetUtcNow(), recht.Activiteit, opvraging.TraceId) with
        {
            Doel = recht.Doel,
            Grondslag = recht.Grondslag,
            BerichtId = opvraging.Id.ToString("D"),
            Informatie = opvraging.Namens is { } wie ? $"gestart-door:{wie}" : null,
            Betrokkene = betrokkene,
        };
    }

    private Betrokkene? Of(Opvraging opvraging, Persoonsaanduiding persoon, Guid? dossierId) => Betrokkenen.Of(kluis, opvraging.Gemeentecode, persoon, dossierId);

    private Betrokkene Of(Opvraging opvraging, Bsn bsn)
    {
        var (pseudoniem, type) = kluis.Pseudoniem(opvraging.Gemeentecode, bsn);
        return new Betrokkene(pseudoniem, type, null);
    }
}
