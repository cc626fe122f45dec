using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Which dossier belongs to a number, for who reviews its use: the id and nothing else.</summary>
internal sealed class VindDossier(AccessDesk desk, GatewayDb db, Kluis kluis, Verwerking verwerking)
{
    public async Task<VindUitkomst> HandleAsync(Caller caller, string? nummer, CancellationToken ct)
    {
        var tekst = (nummer ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal);
        if (desk.Ask(caller, AccessDesk.Toezicht, alleenRelatie: true) is not { } question)
        {
            return new VindUitkomst.NietToegestaan();
        }

        if (await FactsAsync(question, tekst, ct) is not { } facts)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            verwerking.Reden = "nummer-ongeldig";
            return new VindUitkomst.GeenNummer();
        }

        return desk.Decide(question, facts) is { } granted ? new VindUitkomst.Gevonden(granted.DossierId) : new VindUitkomst.NietGevonden();
    }

    /// <summary>Null: the text is no BSN, V-nummer or dossier id.</summary>
    private async Task<IAccessFacts?> FactsAsync(Question question, string tekst, CancellationToken ct)
    {
        var gemeente = question.Caller.Gemeentecode;
        if (Bsn.TryParse(tekst, out var bsn))
        {
            Betreft(kluis.Pseudoniem(gemeente, bsn));
            return await db.FindAsync(question, bsn, ct);
        }

        if (VNummer.TryParse(tekst, out var vNummer))
        {
            Betreft(kluis.Pseudoniem(gemeente, vNummer));
            return await db.FindAsync(question, vNummer, ct);
        }

        return Guid.TryParse(tekst, out var dossierId) ? await db.ReadAsync(question, dossierId, ct) : null;
    }

    private void Betreft((string Pseudoniem, string Type) persoon) => verwerking.Betrokkene = new Betrokkene(persoon.Pseudoniem, persoon.Type, null);
}

/// <summary>How a search ended.</summary>
internal abstract record VindUitkomst
{
    private VindUitkomst()
    {
    }

    public sealed record Gevonden(Guid DossierId) : VindUitkomst;

    public sealed record NietGevonden : VindUitkomst;

    /// <summary>Not a BSN, V-nummer or dossier id.</summary>
    public sealed record GeenNummer : VindUitkomst;

    public sealed record NietToegestaan : VindUitkomst;
}
