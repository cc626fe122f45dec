using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>What DUO's status codes mean. Source: the responses of DUO's published contracts; 403 with foutteksten since February 2026.</summary>
internal static class DuoStatus
{
    public const string BerichtId = "berichtId";

    /// <remarks>Longer is a mistake: it would put a message away for good.</remarks>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static async Task<PartnerReply<T>> ToReplyAsync<T>(
        this HttpResponseMessage response, DuoVerzoek verzoek, DuoUitslag<T> uitslag, CancellationToken ct)
    {
        if (MeansLater(response.StatusCode))
        {
            return new PartnerReply<T>.Unavailable(RetryAfter(response));
        }

        if (!IsAnswerTo(response, verzoek.BerichtId))
        {
            return DuoInhoud.Unreadable<T>("Het antwoord draagt een ander berichtId dan de vraag.");
        }

        if (!DuoVersie.Fits(response, verzoek.Pad.Contract))
        {
            return DuoInhoud.Unreadable<T>($"DUO antwoordt met een andere hoofdversie van {verzoek.Pad.Contract.Naam} dan {verzoek.Pad.Contract.Versie}.");
        }

        return response.StatusCode switch
        {
            var status when uitslag.Goed.Contains(status) => await uitslag.LeesAsync(response.Content, ct),
            HttpStatusCode.NotFound => new PartnerReply<T>.Absent(),
            HttpStatusCode.Forbidden => await ReadRefusalAsync<T>(response.Content, ct),
            HttpStatusCode.Unauthorized => new PartnerReply<T>.Unavailable(null) { Waarom = Onbereikt.AfzenderOnbekend },
            HttpStatusCode.BadRequest => DuoInhoud.Unreadable<T>("DUO vindt dat het verzoek niet aan het contract voldoet (400)."),
            var status => DuoInhoud.Unreadable<T>($"Status {(int)status} staat niet in het contract."),
        };
    }

    /// <remarks>408 and 429 are in no contract of DUO, but what they ask is clear.</remarks>
    private static bool MeansLater(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <remarks>A date is measured from the answer's own Date: our clock and DUO's may differ.</remarks>
    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => AtMost(delta),
        { Date: { } date } when response.Headers.Date is { } now => date > now ? AtMost(date - now) : TimeSpan.Zero,
        _ => null,
    };

    private static TimeSpan AtMost(TimeSpan wait) => wait < LongestWait ? wait : LongestWait;

    /// <remarks>DUO may send the question's berichtId back. Another one means that two answers were mixed up: another person's data.</remarks>
    private static bool IsAnswerTo(HttpResponseMessage response, Guid berichtId) =>
        !response.Headers.TryGetValues(BerichtId, out var echoes)
        || echoes.All(echo => Guid.TryParse(echo, out var echoed) && echoed == berichtId);

    /// <remarks>Without a body: out of scope. An empty list is a refusal all the same, for which DUO gives no reason.</remarks>
    private static async Task<PartnerReply<T>> ReadRefusalAsync<T>(HttpContent content, CancellationToken ct)
    {
        if (await DuoInhoud.BytesAsync(content, ct) is not { } body)
        {
            return DuoInhoud.TooLarge<T>();
        }

        if (body.Length == 0)
        {
            return new PartnerReply<T>.Refused([]);
        }

        return DuoInhoud.IsJson(content) && DuoFoutmelding.Read(body) is { } redenen
            ? new PartnerReply<T>.Refused(redenen)
            : DuoInhoud.Unreadable<T>("DUO weigert (403), maar de uitleg heeft niet de vorm van het contract.");
    }
}
