using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>What DUO's status codes mean. Source: the responses of DUO's published contracts; 403 with foutteksten since February 2026.</summary>
internal static class DuoStatus
{
    public const string BerichtId = "berichtId";

    public static async Task<PartnerReply<T>> ToReplyAsync<T>(
        this HttpResponseMessage response, DuoVerzoek verzoek, DuoUitslag<T> uitslag, CancellationToken ct)
    {
        if (MeansLater(response.StatusCode))
        {
            return new PartnerReply<T>.Unavailable(PartnerCall.RetryAfter(response));
        }

        if (!IsAnswerTo(response, verzoek.BerichtId))
        {
            return PartnerCall.Unreadable<T>("Het antwoord draagt een ander berichtId dan de vraag.");
        }

        if (!DuoVersie.Fits(response, verzoek.Pad.Contract))
        {
            return PartnerCall.Unreadable<T>($"DUO antwoordt met een andere hoofdversie van {verzoek.Pad.Contract.Naam} dan {verzoek.Pad.Contract.Versie}.");
        }

        return response.StatusCode switch
        {
            var status when uitslag.Goed.Contains(status) => await uitslag.LeesAsync(response.Content, ct),
            HttpStatusCode.NotFound => new PartnerReply<T>.Absent(),
            HttpStatusCode.Forbidden => await ReadRefusalAsync<T>(response.Content, ct),
            HttpStatusCode.Unauthorized => new PartnerReply<T>.Unavailable(null) { Waarom = Onbereikt.AfzenderOnbekend },
            HttpStatusCode.BadRequest => PartnerCall.Unreadable<T>("DUO vindt dat het verzoek niet aan het contract voldoet (400)."),
            var status => PartnerCall.Unreadable<T>($"Status {(int)status} staat niet in het contract."),
        };
    }

    /// <remarks>408 and 429 are in no contract of DUO, but what they ask is clear.</remarks>
    private static bool MeansLater(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <remarks>DUO may send the question's berichtId back. Another one means that two answers were mixed up: another person's data.</remarks>
    private static bool IsAnswerTo(HttpResponseMessage response, Guid berichtId) =>
        !response.Headers.TryGetValues(BerichtId, out var echoes)
        || echoes.All(echo => Guid.TryParse(echo, out var echoed) && echoed == berichtId);

    /// <remarks>Without a body: out of scope. An empty list is a refusal all the same, for which DUO gives no reason.</remarks>
    private static async Task<PartnerReply<T>> ReadRefusalAsync<T>(HttpContent content, CancellationToken ct)
    {
        if (await PartnerCall.BytesAsync(content, ct) is not { } body)
        {
            return PartnerCall.TooLarge<T>();
        }

        if (body.Length == 0)
        {
            return new PartnerReply<T>.Refused([]);
        }

        return DuoInhoud.IsJson(content) && DuoFoutmelding.Read(body) is { } redenen
            ? new PartnerReply<T>.Refused(redenen)
            : PartnerCall.Unreadable<T>("DUO weigert (403), maar de uitleg heeft niet de vorm van het contract.");
    }
}
