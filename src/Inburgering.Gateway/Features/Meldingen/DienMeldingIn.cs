using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>The gemeente tells a partner something about one person: tested, stored, and from then on the outbox's work.</summary>
internal sealed class DienMeldingIn(Regie regie, Dossierwerk werk, MeldingStore meldingen, Meldinginzending inzending, Meldingsignaal signaal)
{
    public async Task<Uitkomst<MeldingView>> HandleAsync(Caller caller, Guid dossierId, IMeldingInvoer invoer, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<MeldingView>.Niet(regie.Weigering, string.Empty);
        }

        await inzending.VerversAsync(caller.Gemeentecode, invoer.Soort, ct);
        var uitkomst = await werk.DoeAsync<MeldingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                if (vast.GeslotenOp is not null)
                {
                    return Uitkomst<MeldingView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
                }

                var eerder = await meldingen.OfAsync(transactie, vast, stop);
                var bekend = await inzending.BekendAsync(transactie, vast, invoer.Soort, eerder, stop);
                var melding = await inzending.FitAsync(transactie, vast, invoer.Melding(bekend), stop);
                var gegeven = Zelfde(eerder, melding) is { } zelfde && await meldingen.HoldsAsync(transactie, zelfde, vast, stop)
                    ? Uitkomst<MeldingView>.Gedaan(MeldingView.Of(zelfde), herhaling: true)
                    : await inzending.AddAsync(transactie, vast, dossier, melding, bekend, null, stop);
                if (gegeven.Waarde is not null && Voorstelregels.BeantwoordDoor(melding) is { } voorstel)
                {
                    // the gemeente said it itself: what a partner proposed about it waits no longer
                    await Voorstelstore.SluitAsync(transactie, vast, voorstel.Reden, null, stop);
                }

                return gegeven;
            },
            ct);
        signaal.Wek();
        return uitkomst;
    }

    /// <summary>The last of its kind says the same and was not refused: given twice it is given once.</summary>
    private static GegevenMelding? Zelfde(IReadOnlyList<GegevenMelding> eerder, Melding melding) =>
        eerder.LastOrDefault(m => Soortgenoot(m.Melding, melding)) is { Status: not (Meldingstatus.Geweigerd or Meldingstatus.Vervallen) } laatste && laatste.Melding == melding ? laatste : null;

    /// <summary>What replaces or takes back the other at the receiver.</summary>
    private static bool Soortgenoot(Melding een, Melding ander) => (een, ander) switch
    {
        (UrenMelding a, UrenMelding b) => a.Urensoort == b.Urensoort,
        (AanbodMelding a, AanbodMelding b) => a.Instellingsnummer == b.Instellingsnummer,
        (AanbodIntrekking a, AanbodMelding b) => a.Instellingsnummer == b.Instellingsnummer,
        (PipIntrekking, PipMelding) => true,
        (ContactpersoonOntkoppeling, ContactpersoonKoppeling) => true,
        (ContactpersoonWijziging a, ContactpersoonWijziging b) => a.Nummer == b.Nummer,
        _ => een.GetType() == ander.GetType(),
    };
}
