using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>A partner that keeps delivering about people who are not its persons is stopped for the day, by the same counter as its searches (security 16).</summary>
/// <remarks>Of partners that need an assignment: a ketenpartner is the one that tells us of people.</remarks>
internal sealed class Leverbudget(Zoekbudget budget, Beleid beleid, Verwerking verwerking)
{
    /// <summary>Null: it may deliver.</summary>
    /// <param name="type">What it delivers; without «nl.inburgering.».</param>
    public async Task<IResult?> WeigeringAsync(HttpContext http, string gemeentecode, Registratie client, string type, CancellationToken ct)
    {
        if (Leverrecht.Van(beleid, client.Sjabloon.Rol, type)?.Opdracht is null || await budget.WachttijdAsync(gemeentecode, client.ClientId, ct) is not { } wacht)
        {
            return null;
        }

        (verwerking.Gemeentecode, verwerking.Besluit, verwerking.Reden, verwerking.Aantal) = (gemeentecode, Resultaat.Geweigerd, Zoekbudget.Reden, 0);
        http.Response.Headers.RetryAfter = ((int)wacht.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.TeVeel.Answer();
    }
}
