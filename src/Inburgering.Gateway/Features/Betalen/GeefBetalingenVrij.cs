using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A second person lets the orders of a month go: all of them, or none. Never one who made or changed one, and never a system (payments 1.2).</summary>
internal sealed class GeefBetalingenVrij(Betaalwerk werk, BetalingLezer lezer, BetalingStore store, Beleid beleid, Besluitboek boek)
{
    public async Task<Uitkomst<BetalingenView>> HandleAsync(Caller caller, Guid dossierId, DateOnly maand, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeMaandAsync(
            caller, (dossierId, maand),
            async (transactie, vast, betalingen, stop) =>
            {
                Betaling[] gepland = [.. betalingen.Where(b => b.Stand == Opdrachtstand.Gepland)];
                if (vast.GeslotenOp is not null || gepland.Length == 0)
                {
                    return Uitkomst<BetalingenView>.Niet(Problems.BetalingVast, vast.GeslotenOp is null ? "niets-gepland" : "dossier-gesloten");
                }

                if (gepland.Any(b => b.Makers.Contains(caller.Id)))
                {
                    return Uitkomst<BetalingenView>.Niet(Problems.ZelfKlaargezet, "zelf-klaargezet");
                }

                if (gepland.SelectMany(b => Betaaltoets.Fouten(b, Rekening(vast.Gemeentecode), boek.Vandaag)).ToArray() is { Length: > 0 } fouten)
                {
                    return Uitkomst<BetalingenView>.Niet(Problems.BetalingNietGoed, "niet-goed", fouten);
                }

                foreach (var betaling in gepland)
                {
                    await store.MoveAsync(transactie, vast, betaling, Opdrachtgebeurtenis.Vrijgegeven, caller.Id, null, stop);
                }

                return BetalingenView.Of((await lezer.ReadAsync(transactie, vast, stop)).Where(b => b.Wat.Maand == maand));
            },
            ct);
    }

    private Iban Rekening(string gemeentecode) => Iban.TryParse(beleid.Gemeenten[gemeentecode].Betaalrekening?.Iban, out var iban) ? iban : default;
}
