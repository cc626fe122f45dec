using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Features.Getuige;

/// <summary>Whether the witness of the log keeps up, for who looks after it.</summary>
internal sealed class Zegelmelding(Zegelaar zegelaar)
{
    private static readonly string[] Rollen = ["BEHEER", "PO"];
    private static readonly TimeSpan Gewoon = TimeSpan.FromMinutes(5);

    /// <summary>In Dutch; null: it does, or it is not this role's to mend.</summary>
    public string? Voor(Caller caller) => Rollen.Contains(caller.Rol) && zegelaar.Verankering is { Leeftijd: { } leeftijd } verankering && leeftijd > Gewoon
        ? $"het log is al {(int)leeftijd.TotalMinutes} minuten niet bevestigd door de getuige. Na {verankering.Grens.TotalHours:0.#} uur gaan er geen gegevens meer uit. Vraag de beheerder om de verbinding met de getuige te herstellen."
        : null;
}
