using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Puts the approved orders of one day together, as many as one file of the bank may hold.</summary>
internal sealed class OpenBatch(Batchwerk werk, BetalingLezer lezer, BatchStore store, Beleid beleid, Besluitboek boek)
{
    public async Task<Uitkomst<BetaalbatchView>> HandleAsync(Caller caller, BetaalbatchInvoer invoer, CancellationToken ct)
    {
        if (invoer.Uitvoeringsdatum < boek.Vandaag || !Bankdagen.Is(invoer.Uitvoeringsdatum))
        {
            return Uitkomst<BetaalbatchView>.Niet(
                Problems.OngeldigeInvoer, "ongeldig",
                [new InvoerFout($"BT-07: De uitvoeringsdatum is geen bankdag of ligt in het verleden; eerstvolgende: {Bankdagen.Eerstvolgende(boek.Vandaag):dd-MM-yyyy}.", Pointer: "/uitvoeringsdatum")]);
        }

        return await werk.DoeAsync<BetaalbatchView>(
            caller,
            async (transactie, stop) =>
            {
                if (beleid.Gemeenten[caller.Gemeentecode].Betaalrekening is not { } rekening)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.GeenBetaalrekening, "geen-betaalrekening");
                }

                var betalingen = await lezer.ReadVrijAsync(transactie, caller.Gemeentecode, invoer.Uitvoeringsdatum, beleid.Bankprofielen[rekening.Profiel].MeesteOpdrachten, stop);
                if (betalingen.Count == 0)
                {
                    return Batchwerk.Niet<BetaalbatchView>(Problems.NietsTeBetalen, "niets-vrijgegeven");
                }

                var batch = await store.OpenAsync(transactie, caller.Gemeentecode, new NieuweBatch(rekening.Profiel, rekening.Iban, invoer.Uitvoeringsdatum), betalingen, caller.Id, stop);
                return new(BetaalbatchView.Of(batch), [.. betalingen.Select(b => b.DossierId).Distinct()]);
            },
            ct);
    }
}
