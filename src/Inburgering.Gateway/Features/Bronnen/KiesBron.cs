using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Bronnen;

/// <summary>The regievoerder says which source counts. Both stay in the dossier; who reads gets the chosen one from now on, also when that source changes its word, and then it is asked again.</summary>
internal sealed class KiesBron(LeesBronverschillen lees, Bronregels regels, BronkeuzeStore keuzes, Regie regie, Dossierwerk werk)
{
    public async Task<Uitkomst<BronkeuzeView>> HandleAsync(Caller caller, Guid dossierId, NieuweBronkeuze nieuw, CancellationToken ct)
    {
        if (Redentoets.Fouten(nieuw.Reden, "deze bron kiest") is { Count: > 0 } fouten)
        {
            return Uitkomst<BronkeuzeView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        if (await lees.FindAsync(caller, dossierId, ct) is not var (dossier, verschillen))
        {
            return Uitkomst<BronkeuzeView>.Niet(regie.Weigering, string.Empty);
        }

        var punt = new Bronpunt(nieuw.Categorie, nieuw.Veld, nieuw.Onderdeel ?? string.Empty);
        var verschil = verschillen.FirstOrDefault(v => v.Punt == punt);
        return await werk.DoeAsync(dossier, (transactie, vast, stop) => ChooseAsync(transactie, vast, dossier, verschil, nieuw, stop), ct);
    }

    /// <param name="verschil">As it was just read; null: there is none at this point.</param>
    private async Task<Uitkomst<BronkeuzeView>> ChooseAsync(
        System.Data.Common.DbTransaction transactie, DossierRef vast, Granted dossier, Bronverschil? verschil, NieuweBronkeuze nieuw, CancellationToken ct)
    {
        if (verschil is null || regels.Stand(vast.Gemeentecode, verschil) is var stand && Convert.ToHexStringLower(stand) != nieuw.Stand)
        {
            return Uitkomst<BronkeuzeView>.Niet(Problems.BronnenGewijzigd, "bronnen-gewijzigd");
        }

        if (!verschil.Waarden.Any(w => w.Bron == nieuw.Bron))
        {
            return Uitkomst<BronkeuzeView>.Niet(Problems.OngeldigeInvoer, "ongeldig", [new InvoerFout("Kies een van de bronnen van dit verschil.", Pointer: "/bron")]);
        }

        var vorige = (await BronkeuzeStore.ReadAsync(transactie, vast.Gemeentecode, vast.DossierId, ct)).FirstOrDefault(k => k.Punt == verschil.Punt);
        if (vorige is not null && vorige.Bron == nieuw.Bron && vorige.Stand.AsSpan().SequenceEqual(stand))
        {
            return Uitkomst<BronkeuzeView>.Gedaan(LeesBronverschillen.View(vorige), herhaling: true);
        }

        var keuze = await keuzes.PutAsync(transactie, dossier, new Bronkeuze(Guid.Empty, verschil.Punt, nieuw.Bron, stand, nieuw.Reden.Trim(), default), ct);
        await regels.SluitAsync(transactie, vast, ct);
        return LeesBronverschillen.View(keuze);
    }
}
