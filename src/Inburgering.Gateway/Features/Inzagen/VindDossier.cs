using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Dossiers;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Which dossier belongs to a number, for who reviews its use, for regie and for who pays: the id and nothing else.</summary>
internal sealed class VindDossier(AccessDesk desk, DossierOpNummer opNummer)
{
    private const string Inkomensconsulent = "INK";

    public async Task<VindUitkomst> HandleAsync(Caller caller, string? nummer, CancellationToken ct)
    {
        if ((caller.Rol == Inkomensconsulent ? desk.AskOntzorgen(caller) : desk.AskBesluit(caller)) is not { } question)
        {
            return new VindUitkomst.NietToegestaan();
        }

        if (await opNummer.FindAsync(question, nummer, ct) is not { } facts)
        {
            return new VindUitkomst.GeenNummer();
        }

        return desk.Decide(question, facts) is { } granted ? new VindUitkomst.Gevonden(granted.DossierId) : new VindUitkomst.NietGevonden();
    }
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
