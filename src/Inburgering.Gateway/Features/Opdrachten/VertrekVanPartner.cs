using System.Diagnostics;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>A partner leaves a gemeente: its assignments end and so does every name by which it knew a person. Who comes back gets new ones.</summary>
internal sealed class VertrekVanPartner(AccessDesk desk, OpdrachtStore opdrachten, Gevolgen gevolgen, Herstelboek boek, ILogWriter log, Verwerking verwerking)
{
    /// <param name="partner">Null: no partner of this gemeente.</param>
    /// <param name="doelen">All doelen of that partner.</param>
    public async Task<Uitkomst<VertrekView>> HandleAsync(Caller caller, Registratie? partner, IReadOnlyList<string> doelen, CancellationToken ct)
    {
        if (desk.AskRegie(caller) is null)
        {
            return Uitkomst<VertrekView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (partner is null)
        {
            return Uitkomst<VertrekView>.Niet(Problems.PartnerOnbekend, string.Empty);
        }

        VertrekView? view = null;
        Herstelregel[] geboekt = [];
        verwerking.Bewijs = await log.AppendAgainAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var vertrek = await opdrachten.LeaveAsync(transactie, caller.Gemeentecode, partner.ClientId, verwerking.Tijdstip, caller.Id, stop);
                foreach (var dossierId in vertrek.Dossiers)
                {
                    await gevolgen.StopAsync(transactie, Einde(caller, partner, doelen, dossierId), stop);
                }

                geboekt = [new Partnervertrek(partner.ClientId, verwerking.Tijdstip) { Gemeentecode = caller.Gemeentecode }, .. vertrek.Opdrachten.Select(o => new Opdrachtstand(o.DossierId, o.OpdrachtId, o.Versie, o.Tot) { Gemeentecode = caller.Gemeentecode })];
                await boek.WriteAsync(geboekt, stop);
                view = new VertrekView(partner.ClientId, vertrek.Opdrachten.Count, vertrek.Namen);
                return Regels(partner, vertrek, view);
            },
            ct);
        await boek.ConfirmAsync(geboekt, CancellationToken.None);
        return view!;
    }

    private Rechteinde Einde(Caller caller, Registratie partner, IReadOnlyList<string> doelen, Guid dossierId) => new()
    {
        Gemeentecode = caller.Gemeentecode,
        DossierId = dossierId,
        ClientId = partner.ClientId,
        Doelen = doelen,
        Per = verwerking.Tijdstip,
    };

    /// <summary>The act itself, and a line in the file of every person it touches.</summary>
    private IReadOnlyList<Logregel> Regels(Registratie partner, Vertrek vertrek, VertrekView view)
    {
        verwerking.Geleverd = view.GeleverdeVelden();
        verwerking.Aantal = vertrek.Dossiers.Count;
        var daad = verwerking.NaarRegel() with { Ontvanger = partner.Sjabloon.Organisatie };
        return
        [
            daad,
            .. vertrek.Dossiers.Select(dossierId => daad with
            {
                SpanId = ActivitySpanId.CreateRandom().ToHexString(),
                ParentSpanId = daad.SpanId,
                Aantal = 1,
                Geleverd = [],
                Informatie = Verwijzingen(vertrek, dossierId),
                Betrokkene = new Betrokkene(null, "dossier", dossierId),
            }),
        ];
    }

    private static string? Verwijzingen(Vertrek vertrek, Guid dossierId) =>
        string.Join(' ', vertrek.Opdrachten.Where(o => o.DossierId == dossierId).Select(o => $"opdracht:{o.Verwijzing}")) is { Length: > 0 } tekst ? tekst : null;
}

/// <summary>Wat door het vertrek ophield; een herhaling vindt niets meer.</summary>
/// <param name="ClientId">Client van de partner.</param>
/// <param name="BeeindigdeOpdrachten">Aantal opdrachten dat eindigde.</param>
/// <param name="VervallenReferenties">Aantal personen dat de partner niet meer kan noemen: hun dossierId en partnerReferentie vervielen.</param>
public sealed record VertrekView(string ClientId, int BeeindigdeOpdrachten, int VervallenReferenties) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opdracht"];
}
