using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Partners;

/// <summary>Sends an aanmelding as one CloudEvent to <c>aanmeldingen</c> under the partner's address. For every partner without a contract of its own, which is all of them: an adapter names this sink and is done.</summary>
/// <remarks>
/// The form is ours (ASM; docs/taalaanbieder.md). Source of the envelope: NL GOV CloudEvents 1.0, structured mode. The id is the melding's own and the same at every attempt, so that
/// the partner takes a repeat for what it is; no attribute of the envelope says who the person is.
/// </remarks>
/// <param name="partner">Made by the hub; its base address is that of the instance.</param>
public sealed class AanmeldingSink(HttpClient partner) : IMeldingSink<AanmeldingMelding>
{
    /// <summary>Event type.</summary>
    public const string Type = Partnerbericht.Voorvoegsel + "aanmelding";

    private const string Pad = "aanmeldingen";
    private const string MediaType = "application/cloudevents+json";

    /// <inheritdoc />
    public async Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<AanmeldingMelding> zending, CancellationToken ct)
    {
        using var request = Verzoek(zending);
        return await partner.CallAsync<Ontvangstbevestiging>(request, AntwoordAsync, ct);
    }

    private static HttpRequestMessage Verzoek(Zending<AanmeldingMelding> zending)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Pad, UriKind.Relative)) { Content = new ByteArrayContent(Bericht(zending)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType) { CharSet = "utf-8" };
        request.Headers.Add("Accept", "application/json, application/problem+json");
        request.Options.Set(PartnerRequest.Route, Pad);
        request.Options.Set(PartnerRequest.Afzender, zending.Bron);
        return request;
    }

    private static byte[] Bericht(Zending<AanmeldingMelding> zending)
    {
        var inhoud = zending.Melding.Inhoud ?? throw new ArgumentException("An aanmelding is sent with what the decision made of it.", nameof(zending));
        var bericht = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = zending.BerichtId.ToString("D"),
            ["source"] = $"urn:nld:oin:{zending.Bron}:systeem:inburgering-gateway",
            ["type"] = Type,
            ["time"] = inhoud.Tijdstip.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["datacontenttype"] = "application/json",
            ["data"] = new JsonObject
            {
                ["partnerReferentie"] = inhoud.PartnerReferentie,
                ["taak"] = inhoud.Taak,
                ["gegevens"] = new JsonObject(inhoud.Gegevens.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value.DeepClone()))),
            },
        };
        return System.Text.Encoding.UTF8.GetBytes(bericht.ToJsonString());
    }

    private static async Task<PartnerReply<Ontvangstbevestiging>> AntwoordAsync(HttpResponseMessage response, CancellationToken ct) => response.StatusCode switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent => await BevestigingAsync(response.Content, ct),
        HttpStatusCode.Unauthorized => new PartnerReply<Ontvangstbevestiging>.Unavailable(null) { Waarom = Onbereikt.AfzenderOnbekend },
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new PartnerReply<Ontvangstbevestiging>.Unavailable(PartnerCall.RetryAfter(response)),
        >= HttpStatusCode.BadRequest => new PartnerReply<Ontvangstbevestiging>.Refused(Partnertekst.Redenen(await PartnerCall.BytesAsync(response.Content, ct) ?? default, (int)response.StatusCode)),
        var status => PartnerCall.Unreadable<Ontvangstbevestiging>($"Status {(int)status} staat niet in het contract."),
    };

    /// <summary>A receipt says nothing more than its status; what is no JSON was not said by the partner's application.</summary>
    private static async Task<PartnerReply<Ontvangstbevestiging>> BevestigingAsync(HttpContent content, CancellationToken ct) => await PartnerCall.BytesAsync(content, ct) switch
    {
        null => PartnerCall.TooLarge<Ontvangstbevestiging>(),
        { Length: > 0 } body when PartnerBody.Read(body, _ => true) is PartnerReply<bool>.Unreadable(var fouten) => new PartnerReply<Ontvangstbevestiging>.Unreadable(fouten),
        _ => new PartnerReply<Ontvangstbevestiging>.Answer(new Ontvangstbevestiging()),
    };
}
