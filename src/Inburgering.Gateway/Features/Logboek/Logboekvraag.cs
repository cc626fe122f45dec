using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>Welke regels van het log u zoekt (LDV, uitbreiding Lezen). Noem ten minste een trace, een verwerkingsactiviteit of een betrokkene.</summary>
public sealed partial record Logboekvraag
{
    /// <summary>Days one question may span.</summary>
    internal const int MeesteDagen = 92;

    private const string Bsnsoort = "BSN";
    private const string VNummersoort = "Vreemdelingennummer";

    /// <summary>Year 2100: beyond it a number is no time.</summary>
    private const long LaatsteMoment = 4_102_444_800_000;

    /// <summary>Nummer van de hele verwerking: 32 hexadecimale tekens, of hetzelfde als UUID.</summary>
    [JsonPropertyName("traceId")]
    public string? TraceId { get; init; }

    /// <summary>Vanaf dit moment, in milliseconden sinds 1970.</summary>
    [JsonPropertyName("startTime")]
    public long? StartTime { get; init; }

    /// <summary>Tot en met dit moment, in milliseconden sinds 1970.</summary>
    [JsonPropertyName("endTime")]
    public long? EndTime { get; init; }

    /// <summary>Adres van een versie van een verwerkingsactiviteit in het register.</summary>
    [JsonPropertyName("dpl.core.processing_activity_id")]
    public string? ProcessingActivityId { get; init; }

    /// <summary>Pseudoniem van de betrokkene, zoals een regel van het log dat noemt; of het nummer zelf, met het type BSN of Vreemdelingennummer.</summary>
    [JsonPropertyName("dpl.core.data_subject_id")]
    public string? DataSubjectId { get; init; }

    /// <summary>BSN, Vreemdelingennummer, of de URI waarmee een regel van het log zijn pseudoniem uitlegt.</summary>
    [JsonPropertyName("dpl.core.data_subject_id_type")]
    public string? DataSubjectIdType { get; init; }

    /// <summary>32 lower-case hex; null when none was asked or it is no trace id.</summary>
    internal string? Trace => Guid.TryParseExact(TraceId, "D", out var uuid) || Guid.TryParseExact(TraceId, "N", out uuid) ? uuid.ToString("N") : null;

    /// <summary>"VA-07-leerroute/1"; null when none was asked or it is no address of the register.</summary>
    internal string? Activiteit => ProcessingActivityId is { } adres && Activiteitadres().Match(adres) is { Success: true } deel ? $"{deel.Groups["id"].Value}/{deel.Groups["versie"].Value}" : null;

    /// <summary>The person was named by its BSN.</summary>
    internal Bsn? Bsn => DataSubjectIdType == Bsnsoort && Partners.Bsn.TryParse(DataSubjectId, out var bsn) ? bsn : null;

    /// <summary>The person was named by its V-nummer.</summary>
    internal VNummer? VNummer => DataSubjectIdType == VNummersoort && Partners.VNummer.TryParse(DataSubjectId, out var nummer) ? nummer : null;

    /// <summary>The person was named by a pseudonym.</summary>
    internal string? Pseudoniem => DataSubjectIdType is not (Bsnsoort or VNummersoort) && DataSubjectId is { } id && Hash().IsMatch(id) ? id : null;

    /// <summary>First instant and first instant after the last; a trace alone is short enough without.</summary>
    /// <param name="nu">Business clock.</param>
    internal (DateTimeOffset? Van, DateTimeOffset? Tot) Periode(DateTimeOffset nu)
    {
        if (TraceId is not null && StartTime is null && EndTime is null)
        {
            return (null, null);
        }

        var einde = EndTime is { } e ? DateTimeOffset.FromUnixTimeMilliseconds(e) : nu;
        return (StartTime is { } s ? DateTimeOffset.FromUnixTimeMilliseconds(s) : einde.AddDays(-MeesteDagen), einde.AddMilliseconds(1));
    }

    /// <summary>Everything wrong with the question; empty when nothing is.</summary>
    internal IReadOnlyList<InvoerFout> Fouten(DateTimeOffset nu)
    {
        var fouten = new List<InvoerFout>();
        Check(fouten, TraceId is not null || ProcessingActivityId is not null || DataSubjectId is not null, string.Empty, "Noem ten minste een traceId, een dpl.core.processing_activity_id of een dpl.core.data_subject_id.");
        Check(fouten, TraceId is null || Trace is not null, "/traceId", "Dit is geen traceId: 32 hexadecimale tekens of een UUID.");
        Check(fouten, StartTime is null or (>= 0 and < LaatsteMoment), "/startTime", "Dit is geen moment in milliseconden sinds 1970.");
        Check(fouten, EndTime is null or (>= 0 and < LaatsteMoment), "/endTime", "Dit is geen moment in milliseconden sinds 1970.");
        Check(fouten, fouten.Count > 0 || TraceId is not null || Periode(nu) is var (van, tot) && van < tot && tot - van <= TimeSpan.FromDays(MeesteDagen) + TimeSpan.FromMilliseconds(1), "/startTime", $"Vraag hoogstens {MeesteDagen} dagen in één keer, en een begin dat voor het einde ligt.");
        Check(fouten, ProcessingActivityId is null || Activiteit is not null, "/dpl.core.processing_activity_id", "Dit is geen adres van een versie in het register: …/v1/verwerkingsactiviteiten/{id}/versies/{versienummer}.");
        Check(fouten, DataSubjectIdType is null || DataSubjectId is not null, "/dpl.core.data_subject_id_type", "Noem bij een type ook de dpl.core.data_subject_id.");
        Check(fouten, DataSubjectId is null || Bsn is not null || VNummer is not null || Pseudoniem is not null, "/dpl.core.data_subject_id", "Dit is geen pseudoniem van 64 hexadecimale tekens, en geen nummer van het genoemde type.");
        return fouten;
    }

    private static void Check(List<InvoerFout> fouten, bool goed, string pointer, string detail)
    {
        if (!goed)
        {
            fouten.Add(new InvoerFout(detail, Pointer: pointer));
        }
    }

    [GeneratedRegex(@"^https?://[^/?#]+/v1/verwerkingsactiviteiten/(?<id>[A-Za-z0-9-]{1,60})/versies/(?<versie>[1-9][0-9]{0,3})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Activiteitadres();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hash();
}
