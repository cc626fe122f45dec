using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>Takes a melding back: one that never left does not leave; one the partner has is taken back there, in the partner's own way.</summary>
internal sealed class TrekMeldingIn(Regie regie, Dossierwerk werk, MeldingStore meldingen, Meldinginzending inzending, Meldingsignaal signaal)
{
    public async Task<Uitkomst<MeldingView>> HandleAsync(Caller caller, Guid meldingId, CancellationToken ct)
    {
        if (await regie.OpenMeldingAsync(caller, meldingId, ct) is not { } dossier)
        {
            return Uitkomst<MeldingView>.Niet(regie.WeigeringOf(Problems.MeldingOnbekend), string.Empty);
        }

        var uitkomst = await werk.DoeAsync<MeldingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var alle = await meldingen.OfAsync(transactie, vast, stop);
                var melding = alle.First(m => m.MeldingId == meldingId);
                if (alle.FirstOrDefault(m => m.IntrekkingVan == meldingId && m.Status != Meldingstatus.Geweigerd) is { } gedaan)
                {
                    return Uitkomst<MeldingView>.Gedaan(MeldingView.Of(gedaan), herhaling: true);
                }

                return await DoeAsync(transactie, vast, dossier, melding, alle, stop);
            },
            ct);
        signaal.Wek();
        return uitkomst;
    }

    private async Task<Uitkomst<MeldingView>> DoeAsync(
        DbTransaction transactie, DossierRef vast, Granted dossier, GegevenMelding melding, IReadOnlyList<GegevenMelding> alle, CancellationToken ct)
    {
        if (melding.Status == Meldingstatus.Vervallen)
        {
            return Uitkomst<MeldingView>.Gedaan(MeldingView.Of(melding), herhaling: true);
        }

        // an attempt on its way may have arrived: that one is taken back at the receiver, after it
        if (melding is { Status: Meldingstatus.Wacht or Meldingstatus.WachtOpMens, OnderwegAls: null })
        {
            await meldingen.FinishAsync(transactie, vast.Gemeentecode, melding, new Meldingafloop(Meldingstatus.Vervallen, Meldingredenen.Ingetrokken), ct);
            return MeldingView.Of((await meldingen.FindAsync(transactie, vast.Gemeentecode, melding.MeldingId, ct))!);
        }

        if (vast.GeslotenOp is not null)
        {
            return Uitkomst<MeldingView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
        }

        if (melding.Status == Meldingstatus.Geweigerd || !Laatste(alle, melding) || Intrekking(melding) is not { } intrekking)
        {
            return Uitkomst<MeldingView>.Niet(Problems.NietInTeTrekken, "niet-in-te-trekken");
        }

        var bekend = await inzending.BekendAsync(transactie, vast, intrekking.GetType(), alle, ct);
        return await inzending.AddAsync(transactie, vast, dossier, intrekking, bekend, melding.MeldingId, ct);
    }

    private static bool Laatste(IReadOnlyList<GegevenMelding> alle, GegevenMelding melding) => alle
        .Last(m => m.Soort == melding.Soort && m.Status is not (Meldingstatus.Vervallen or Meldingstatus.Geweigerd) && Voorwerp(m) == Voorwerp(melding))
        .MeldingId == melding.MeldingId;

    /// <summary>What of a kind there can be more of at the receiver; null: there is one, and the last replaced it.</summary>
    private static string? Voorwerp(GegevenMelding melding) => melding.Melding switch
    {
        AanbodMelding aanbod => aanbod.Instellingsnummer,
        ContactpersoonMelding => $"{melding.MeldingId}",
        _ => null,
    };

    /// <summary>How the receiver takes it back; null: it cannot.</summary>
    private static Melding? Intrekking(GegevenMelding melding) => melding.Melding switch
    {
        PipMelding => new PipIntrekking(),
        AanbodMelding aanbod => new AanbodIntrekking(aanbod.Instellingsnummer),
        MapMelding => new MapMelding(null, null),
        PvtMelding => new PvtMelding(null, null),
        ZrouteMelding { DatumAfronding: not null } => new ZrouteMelding(null),
        ContactpersoonKoppeling contact => new ContactpersoonOntkoppeling(contact.Nummer),
        ContactpersoonMelding when melding.Nummer is { } nummer => new ContactpersoonVerwijdering(nummer),
        _ => null,
    };
}
