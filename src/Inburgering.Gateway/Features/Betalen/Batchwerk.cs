using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Work on one batch in one transaction with its lines: one for the act, and below it one for every person whose payment it moves.</summary>
internal sealed class Batchwerk(AccessDesk desk, ILogWriter log, Verwerking verwerking)
{
    /// <param name="doe">Looks first and writes after.</param>
    public async Task<Uitkomst<T>> DoeAsync<T>(Caller caller, Func<DbTransaction, CancellationToken, Task<Batchuitslag<T>>> doe, CancellationToken ct)
        where T : class, IVerantwoord
    {
        if (desk.AskOntzorgen(caller) is null)
        {
            return Uitkomst<T>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var gedaan = Uitkomst<T>.Niet(Problems.BetalingOnbekend, string.Empty);
        verwerking.Bewijs = await log.AppendAgainAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var uitslag = await doe(transactie, stop);
                gedaan = uitslag.Uitkomst;
                verwerking.Besluit = gedaan.Probleem is null ? Resultaat.Toegestaan : Resultaat.Geweigerd;
                verwerking.Reden = gedaan.Reden;
                verwerking.Aantal = uitslag.Dossiers.Count;
                verwerking.Geleverd = gedaan.Waarde?.GeleverdeVelden() ?? [];
                return Lijstregels.Of(verwerking.NaarRegel() with { Ontvanger = uitslag.Ontvanger }, uitslag.Dossiers);
            },
            ct);
        return gedaan;
    }

    /// <summary>Work on a batch that is there.</summary>
    public Task<Uitkomst<T>> DoeAsync<T>(
        Caller caller, Guid batchId, Func<DbTransaction, Betaalbatch, CancellationToken, Task<Batchuitslag<T>>> doe, CancellationToken ct)
        where T : class, IVerantwoord => DoeAsync<T>(
            caller,
            async (transactie, stop) => await BatchStore.HoldAsync(transactie, caller.Gemeentecode, batchId, stop) is { } batch
                ? await doe(transactie, batch, stop)
                : Niet<T>(Problems.BetalingOnbekend, "geen-batch"),
            ct);

    /// <summary>Refused, about nobody.</summary>
    public static Batchuitslag<T> Niet<T>(Probleem probleem, string reden, IReadOnlyList<InvoerFout>? fouten = null)
        where T : class => new(Uitkomst<T>.Niet(probleem, reden, fouten), []);
}

/// <summary>How work on a batch ended.</summary>
/// <param name="Dossiers">Whom it was about.</param>
internal sealed record Batchuitslag<T>(Uitkomst<T> Uitkomst, IReadOnlyCollection<Guid> Dossiers)
    where T : class
{
    /// <summary>OIN of who got data of them; null: nobody.</summary>
    public string? Ontvanger { get; init; }
}
