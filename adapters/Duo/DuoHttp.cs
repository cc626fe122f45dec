using System.Net.Http.Headers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>One call to DUO over HTTP. What DUO said is for <see cref="DuoStatus"/>.</summary>
internal static class DuoHttp
{
    private const string Json = "application/json";

    /// <summary>Asks for a record.</summary>
    /// <param name="duo">Made by the hub; its base address ends in the API's major version.</param>
    /// <param name="toCanonical">Reads the body of a 200.</param>
    public static Task<PartnerReply<T>> AskAsync<T>(
        this HttpClient duo, Raadpleging raadpleging, DuoPad pad, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct) =>
        duo.SendAsync(DuoVerzoek.Of(raadpleging, pad), DuoUitslag.Antwoord(toCanonical), ct);

    /// <summary>Tells something; DUO's receipt says nothing more than that it arrived.</summary>
    /// <param name="body">Null: without a body.</param>
    public static Task<PartnerReply<Ontvangstbevestiging>> TellAsync<TMelding>(
        this HttpClient duo, Zending<TMelding> zending, HttpMethod method, DuoPad pad, byte[]? body, CancellationToken ct)
        where TMelding : Melding =>
        duo.SendAsync(DuoVerzoek.Of(zending, method, pad, body), DuoUitslag.Ontvangst(), ct);

    /// <summary>Sends a request and reads what came back.</summary>
    public static async Task<PartnerReply<T>> SendAsync<T>(this HttpClient duo, DuoVerzoek verzoek, DuoUitslag<T> uitslag, CancellationToken ct)
    {
        using var request = Request(verzoek);
        return await duo.CallAsync<T>(request, (response, patience) => response.ToReplyAsync(verzoek, uitslag, patience), ct);
    }

    private static HttpRequestMessage Request(DuoVerzoek verzoek)
    {
        var request = new HttpRequestMessage(verzoek.Method, verzoek.Pad.For(verzoek.Bsn?.Reveal()));
        request.Options.Set(PartnerRequest.Route, verzoek.Pad.Route);
        request.Options.Set(PartnerRequest.Contract, verzoek.Pad.Contract);
        request.Options.Set(PartnerRequest.Afzender, verzoek.Bron);
        request.Headers.Add("bron", verzoek.Bron.ToString());
        request.Headers.Add("doel", verzoek.Doel.ToString());
        request.Headers.Add(DuoStatus.BerichtId, verzoek.BerichtId.ToString("D"));
        request.Headers.Add("Accept", Json);
        if (verzoek.Body is { } body)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(Json) } };
        }

        return request;
    }
}
