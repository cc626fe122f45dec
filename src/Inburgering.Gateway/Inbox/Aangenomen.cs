using System.Text.Json;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Inbox;

/// <summary>202 with the address to follow it at, and what the sender had better know.</summary>
internal sealed class Aangenomen(string adres, Aangenomenview inhoud) : IResult
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        httpContext.Response.Headers.Location = adres;
        return httpContext.Response.WriteAsJsonAsync(inhoud, Options, "application/json", httpContext.RequestAborted);
    }
}

/// <summary>Wat u moet weten van een bericht dat is aangenomen.</summary>
/// <param name="Waarschuwingen">Minstens één.</param>
internal sealed record Aangenomenview(IReadOnlyList<InvoerFout> Waarschuwingen)
{
    /// <summary>There are words about health in it.</summary>
    public static readonly Aangenomenview Gezondheid = new([new InvoerFout("In uw tekst staan woorden over gezondheid. Het bericht is bewaard. Schrijf niets over gezondheid: kies een code, en bel de gemeente als zij iets moet weten.", Pointer: "/data/toelichting")]);
}
