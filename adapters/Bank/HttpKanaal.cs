using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>A bank over HTTP: the MsgId is the idempotency key (payments 6.3). The form of the calls is ours (ASM): each bank's own API is another class like this one.</summary>
internal sealed class HttpKanaal(HttpClient bank) : IBankkanaal
{
    private const string Xml = "application/xml", Json = "application/json";

    /// <summary>Names come from the bank and go into an address again.</summary>
    private const int LangsteNaam = 200;

    /// <inheritdoc />
    public string Soort => "http";

    /// <inheritdoc />
    public bool IsNavraagbaar => true;

    /// <inheritdoc />
    public async Task<bool> GeefAsync(Bankadres adres, Betaalid berichtId, ReadOnlyMemory<byte> inhoud, CancellationToken ct)
    {
        using var request = Verzoek(adres, HttpMethod.Post, "betaalbestanden", "/betaalbestanden", Json);
        request.Headers.Add("Idempotency-Key", berichtId.ToString());
        request.Content = new ReadOnlyMemoryContent(inhoud) { Headers = { ContentType = new MediaTypeHeaderValue(Xml) } };
        return await bank.CallAsync<bool>(request, (antwoord, _) => Ja(antwoord.IsSuccessStatusCode), ct) is PartnerReply<bool>.Answer { Value: true };
    }

    /// <inheritdoc />
    public async Task<Bankkennis> VraagAsync(Bankadres adres, Betaalid berichtId, CancellationToken ct)
    {
        using var request = Verzoek(adres, HttpMethod.Get, $"betaalbestanden/{berichtId}", "/betaalbestanden/{msgId}", Json);
        var antwoord = await bank.CallAsync<Bankkennis>(request, (response, stop) => KennisAsync(response, berichtId, stop), ct);
        return antwoord is PartnerReply<Bankkennis>.Answer(var kennis) ? kennis : Bankkennis.Onbekend;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>?> LijstAsync(Bankadres adres, CancellationToken ct)
    {
        using var request = Verzoek(adres, HttpMethod.Get, "berichten", "/berichten", Json);
        var antwoord = await bank.CallAsync<IReadOnlyList<string>>(request, NamenAsync, ct);
        return antwoord is PartnerReply<IReadOnlyList<string>>.Answer(var namen) ? namen : null;
    }

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>?> HaalAsync(Bankadres adres, string sleutel, int hoogstens, CancellationToken ct)
    {
        using var request = Verzoek(adres, HttpMethod.Get, $"berichten/{Uri.EscapeDataString(sleutel)}", "/berichten/{naam}", Xml);
        var antwoord = await bank.CallAsync<ReadOnlyMemory<byte>>(
            request,
            async (response, stop) => response.IsSuccessStatusCode && !(response.Content.Headers.ContentLength > hoogstens)
                ? new PartnerReply<ReadOnlyMemory<byte>>.Answer(await response.Content.ReadAsByteArrayAsync(stop))
                : new PartnerReply<ReadOnlyMemory<byte>>.Absent(),
            ct);
        return antwoord is PartnerReply<ReadOnlyMemory<byte>>.Answer(var inhoud) ? inhoud : null;
    }

    /// <inheritdoc />
    /// <remarks>The bank keeps what it put out; which of it we have is ours to remember.</remarks>
    public Task BewaardAsync(Bankadres adres, string sleutel, CancellationToken ct) => Task.CompletedTask;

    private static HttpRequestMessage Verzoek(Bankadres adres, HttpMethod method, string pad, string route, string accept)
    {
        var request = new HttpRequestMessage(method, pad);
        request.Options.Set(PartnerRequest.Route, route);
        request.Options.Set(PartnerRequest.Afzender, adres.Bron);
        request.Headers.Add("Accept", accept);
        return request;
    }

    private static Task<PartnerReply<bool>> Ja(bool ja) => Task.FromResult<PartnerReply<bool>>(new PartnerReply<bool>.Answer(ja));

    /// <summary>Only the bank's own "unknown id" says that it does not have it; any other 404 may be a wrong address.</summary>
    private static async Task<PartnerReply<Bankkennis>> KennisAsync(HttpResponseMessage antwoord, Betaalid berichtId, CancellationToken ct)
    {
        if (antwoord.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound) || await PartnerCall.BytesAsync(antwoord.Content, ct) is not { } body)
        {
            return new PartnerReply<Bankkennis>.Unavailable(null);
        }

        return Veld(body, antwoord.StatusCode == HttpStatusCode.OK ? "msgId" : "title") switch
        {
            { } id when antwoord.StatusCode == HttpStatusCode.OK && id == berichtId.ToString() => new PartnerReply<Bankkennis>.Answer(Bankkennis.Heeft),
            "onbekend-id" when antwoord.StatusCode == HttpStatusCode.NotFound => new PartnerReply<Bankkennis>.Answer(Bankkennis.HeeftNiet),
            _ => new PartnerReply<Bankkennis>.Unavailable(null),
        };
    }

    private static async Task<PartnerReply<IReadOnlyList<string>>> NamenAsync(HttpResponseMessage antwoord, CancellationToken ct)
    {
        if (antwoord.StatusCode != HttpStatusCode.OK || await PartnerCall.BytesAsync(antwoord.Content, ct) is not { } body)
        {
            return new PartnerReply<IReadOnlyList<string>>.Unavailable(null);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return new PartnerReply<IReadOnlyList<string>>.Answer([.. document.RootElement.EnumerateArray().Select(b => b.GetProperty("naam").GetString()).Where(n => n is { Length: > 0 and <= LangsteNaam }).OfType<string>()]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return PartnerCall.Unreadable<IReadOnlyList<string>>("De lijst van berichten is niet te lezen.");
        }
    }

    /// <summary>Null: no such text, or no JSON.</summary>
    private static string? Veld(ReadOnlyMemory<byte> body, string naam)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(naam, out var veld) && veld.ValueKind == JsonValueKind.String ? veld.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
