using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Dossiers;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>May this caller read the log of his gemeente, and of which dossier when a number was given?</summary>
internal sealed class Logtoegang(AccessDesk desk, DossierOpNummer opNummer)
{
    /// <param name="nummer">BSN, V-nummer or dossier id; empty: all dossiers.</param>
    /// <returns>Why not, or the dossier; neither: the whole gemeente.</returns>
    public async Task<(InzagenUitkomst? Niet, Guid? DossierId)> OpenAsync(Caller caller, string? nummer, CancellationToken ct)
    {
        if (desk.AskToezicht(caller) is not { } question)
        {
            return (new InzagenUitkomst.Geweigerd(desk.Refusal), null);
        }

        if (string.IsNullOrWhiteSpace(nummer))
        {
            return (null, null);
        }

        if (await opNummer.FindAsync(question, nummer, ct) is not { } facts)
        {
            return (new InzagenUitkomst.GeenNummer(), null);
        }

        return desk.Decide(question, facts) switch
        {
            { } granted => (null, granted.DossierId),
            null when desk.Refusal == Refusal.GeenRelatie => (new InzagenUitkomst.OnbekendDossier(), null),
            null => (new InzagenUitkomst.Geweigerd(desk.Refusal), null),
        };
    }
}
