using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Noodtoegangen;

/// <summary>The line of a step in an emergency access: which one, about which dossier, done or not.</summary>
internal static class Noodtoegangregel
{
    /// <param name="dossierId">Null: nothing was changed, so the step was refused.</param>
    public static Logregel Of(Verwerking verwerking, Guid? dossierId, Guid id)
    {
        verwerking.GaatOver(dossierId);
        verwerking.Informatie = [Verwijzing.Naar(Verwijzing.Noodtoegang, $"{id}")];
        verwerking.Besluit = dossierId is null ? Resultaat.Geweigerd : Resultaat.Toegestaan;
        verwerking.Reden = dossierId is null ? "noodtoegang-niet-mogelijk" : null;
        verwerking.Aantal = dossierId is null ? 0 : 1;
        return verwerking.NaarRegel();
    }
}
