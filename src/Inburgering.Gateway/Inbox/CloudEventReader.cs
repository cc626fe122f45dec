using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox;

/// <summary>Reads a message: the envelope itself, and <c>data</c> by the reader of the partner's adapter. Every fault of both at once.</summary>
internal sealed partial class CloudEventReader(PartnerCatalog partners)
{
    private const int LangsteId = 200;
    private const string Subject = "Zet geen nummer van een persoon in subject: de persoon staat in data.";
    private const string Source = "Is niet de vorm urn:nld:oin:<uw OIN>:systeem:<naam>.";

    /// <param name="partner">Key of the partner that sent it.</param>
    /// <param name="body">As received.</param>
    public PartnerReply<CloudEvent> Read(string partner, ReadOnlyMemory<byte> body) => PartnerBody.Read(body, bericht =>
    {
        _ = bericht.Required("specversion").OneOf("1.0");
        _ = bericht.Optional("datacontenttype")?.Text(IsJson, "Is niet application/json.");
        _ = bericht.Optional("sequencetype")?.OneOf("Integer");
        _ = bericht.Optional("subject")?.Text(tekst => !Nummer().IsMatch(tekst), Subject);
        if (bericht.Optional("data_base64") is not null)
        {
            bericht.Fault("data_base64", "Stuur de inhoud als JSON-object in data.");
        }

        var source = bericht.Required("source").Text(tekst => Bron().IsMatch(tekst), Source);
        var type = Type(bericht.Required("type").Text(IsBekend, $"Dit type kennen wij niet. U levert: {Typen(partner)}."));
        var data = bericht.Required("data").Object();
        return new CloudEvent
        {
            Id = bericht.Required("id").Text(1, LangsteId),
            Source = source,
            Afzender = Oin.TryParse(Bron().Match(source).Groups["oin"].Value, out var oin) ? oin : default,
            Type = type,
            Tijdstip = bericht.Optional("time")?.Moment(),
            Volgorde = bericht.Optional("sequence")?.Count(),
            Inhoud = partners.BerichtOf(partner, type)?.Reader.Read(data),
        };
    });

    /// <summary>The types of a partner as it writes them, for a sentence.</summary>
    public string Typen(string partner) => string.Join(", ", partners.TypesOf(partner).Select(type => Partnerbericht.Voorvoegsel + type)) is { Length: > 0 } typen ? typen : "nog geen enkel type";

    private static string Type(string tekst) => tekst.StartsWith(Partnerbericht.Voorvoegsel, StringComparison.Ordinal) ? tekst[Partnerbericht.Voorvoegsel.Length..] : tekst;

    private bool IsBekend(string tekst) => tekst.StartsWith(Partnerbericht.Voorvoegsel, StringComparison.Ordinal) && partners.KentType(Type(tekst));

    private static bool IsJson(string tekst) => System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(tekst, out var type) && type.MediaType == "application/json";

    /// <summary>standards.md 5.2: never the place of data.</summary>
    [GeneratedRegex(@"\Aurn:nld:oin:(?<oin>[0-9A-Za-z]{20})(:systeem:[A-Za-z0-9._-]{1,64})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bron();

    /// <summary>What could be a BSN, a V-nummer or a partner's reference.</summary>
    [GeneratedRegex("[0-9]{8}|PR-", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nummer();
}
