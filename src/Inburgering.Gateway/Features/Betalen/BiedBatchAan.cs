using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Hands a sealed batch over: a download is one (security 25). Never twice without two people.</summary>
internal sealed class BiedBatchAan(AccessDesk desk, Batchwerk werk, BatchStore store, Vertrek vertrek, Verwerking verwerking)
{
    public async Task<Uitkomst<Betaalbestandinhoud>> HandleAsync(Caller caller, Guid batchId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await store.FindAsync(vraag, batchId, ct) is not { } batch)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.BetalingOnbekend, "geen-batch");
        }

        if (batch.Stand != Batchstand.Verzegeld)
        {
            return Uitkomst<Betaalbestandinhoud>.Niet(Problems.BetalingVast, "niet-verzegeld");
        }

        return await vertrek.MagWegAsync(vraag, batch, ct) is var (probleem, reden) ? Uitkomst<Betaalbestandinhoud>.Niet(probleem, reden) : await GeefAsync(caller, batchId, ct);
    }

    private Task<Uitkomst<Betaalbestandinhoud>> GeefAsync(Caller caller, Guid batchId, CancellationToken ct) => werk.DoeAsync<Betaalbestandinhoud>(
        caller, batchId,
        async (transactie, batch, stop) =>
        {
            var weg = await vertrek.BeginAsync(transactie, caller.Gemeentecode, batch, caller.Id, stop);
            if (weg.Probleem is { } niet)
            {
                return Batchwerk.Niet<Betaalbestandinhoud>(niet, weg.Reden);
            }

            (verwerking.Doel, verwerking.Grondslag, verwerking.Verwerkingsactiviteit) = (vertrek.Recht.Doel, vertrek.Recht.Grondslag, vertrek.Recht.Activiteit);
            return new(new Betaalbestandinhoud($"{batch.BerichtId}.xml", weg.Inhoud), weg.Dossiers) { Ontvanger = vertrek.Ontvanger };
        },
        ct);
}

/// <summary>A file on its way to the bank.</summary>
/// <param name="Naam">MsgId with ".xml".</param>
internal sealed record Betaalbestandinhoud(string Naam, ReadOnlyMemory<byte> Inhoud) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => VerzegelBatch.NaarDeBank;
}
