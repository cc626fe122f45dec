using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Noodtoegangen;

/// <summary>An employee without content asks for one dossier, with a reason (domain f29); it ends by itself.</summary>
internal sealed class VraagNoodtoegang(AccessDesk desk, DossierOpNummer opNummer, DossierWriter dossiers, NoodtoegangStore store, ILogWriter log, Verwerking verwerking)
{
    public const int KortsteReden = 10;
    public const int LangsteReden = 500;

    /// <summary>Whether this role may ask at all, and what it asked before.</summary>
    /// <returns>Null: not for this role.</returns>
    public async Task<IReadOnlyList<Noodtoegangvermelding>?> ReadAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskNoodtoegang(caller) is not { } question)
        {
            return null;
        }

        verwerking.Besluit ??= Resultaat.Toegestaan;
        return [.. (await store.ReadOwnAsync(question, ct)).Select(r => Noodtoegangvermelding.Of(r, caller.Id))];
    }

    public async Task<NoodtoegangUitkomst> HandleAsync(Caller caller, string? nummer, string? reden, CancellationToken ct)
    {
        if (desk.AskNoodtoegang(caller) is not { } question)
        {
            return new NoodtoegangUitkomst.NietToegestaan();
        }

        var tekst = reden?.Trim() ?? string.Empty;
        if (tekst.Length is < KortsteReden or > LangsteReden)
        {
            desk.WeigerNoodtoegang("reden-ontbreekt");
            return new NoodtoegangUitkomst.GeenReden();
        }

        if (await opNummer.FindAsync(question, nummer, ct) is not { } facts)
        {
            return new NoodtoegangUitkomst.GeenNummer();
        }

        return desk.DecideAanvraag(question, facts) is { } granted ? await StoreAsync(caller, granted.DossierId, tekst, ct) : new NoodtoegangUitkomst.NietGevonden();
    }

    /// <summary>The employee is done.</summary>
    /// <returns>False: not his, or over already.</returns>
    public async Task<bool> EndAsync(Caller caller, Guid id, CancellationToken ct)
    {
        if (desk.AskNoodtoegang(caller) is null)
        {
            return false;
        }

        Guid? dossierId = null;
        verwerking.Naam = "Noodtoegang beëindigd";
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                dossierId = await store.EndAsync(transactie, caller.Gemeentecode, id, Guid.Parse(caller.Id), stop);
                return [Noodtoegangregel.Of(verwerking, dossierId, id)];
            },
            ct);
        return dossierId is not null;
    }

    private async Task<NoodtoegangUitkomst> StoreAsync(Caller caller, Guid dossierId, string reden, CancellationToken ct)
    {
        Noodtoegangaanvraag? aanvraag = null;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var dossier = await dossiers.FindAsync(transactie, caller.Gemeentecode, dossierId, stop) ?? throw new InvalidOperationException("The dossier went away.");
                aanvraag = await store.AskAsync(transactie, dossier, Guid.Parse(caller.Id), reden, stop);
                return [Noodtoegangregel.Of(verwerking, dossierId, aanvraag.Id)];
            },
            ct);
        return aanvraag!.Wacht ? new NoodtoegangUitkomst.Wacht() : new NoodtoegangUitkomst.Gegeven(dossierId);
    }
}

/// <summary>How a request ended.</summary>
internal abstract record NoodtoegangUitkomst
{
    private NoodtoegangUitkomst()
    {
    }

    public sealed record Gegeven(Guid DossierId) : NoodtoegangUitkomst;

    /// <summary>A second one within seven days: another person has to approve.</summary>
    public sealed record Wacht : NoodtoegangUitkomst;

    public sealed record GeenReden : NoodtoegangUitkomst;

    public sealed record GeenNummer : NoodtoegangUitkomst;

    public sealed record NietGevonden : NoodtoegangUitkomst;

    public sealed record NietToegestaan : NoodtoegangUitkomst;
}
