using System.Text.Json;
using System.Text.Unicode;

namespace Inburgering.Gateway.Partners;

/// <summary>Reads a partner's JSON body into a record, or into every fault at once. Never throws for bad input, never repeats a value.</summary>
public static class PartnerBody
{
    private static readonly BerichtFout NoUtf8 = new(string.Empty, "Is geen UTF-8.");
    private static readonly BerichtFout NoUnicode = new(string.Empty, "Bevat tekst die geen geldige Unicode is.");
    private static readonly BerichtFout NoJson = new(string.Empty, "Is geen geldige JSON: één waarde, hoogstens 16 diep, zonder BOM of commentaar.");
    private static readonly BerichtFout DoubleName = new(string.Empty, "Een naam staat dubbel in hetzelfde object.");

    /// <summary>Reads a body that is one JSON object.</summary>
    /// <param name="body">UTF-8 without byte order mark.</param>
    /// <param name="map">From fields to record; its result is dropped when a field was wrong.</param>
    public static PartnerReply<T> Read<T>(ReadOnlyMemory<byte> body, Func<JsonFields, T> map) =>
        Parse(body, (root, faults) => map(JsonFields.Of(root, string.Empty, faults)));

    /// <summary>Reads a body that is one JSON array of objects; an empty array is an answer.</summary>
    /// <param name="body">UTF-8 without byte order mark.</param>
    /// <param name="maxItems">The contract's maxItems.</param>
    /// <param name="map">From the fields of one item to its record.</param>
    /// <param name="wrap">From the items to the record that holds them.</param>
    public static PartnerReply<T> ReadList<TItem, T>(
        ReadOnlyMemory<byte> body, int maxItems, Func<JsonFields, TItem> map, Func<IReadOnlyList<TItem>, T> wrap) =>
        Parse(body, (root, faults) =>
        {
            if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() > maxItems)
            {
                faults.Add(new BerichtFout(string.Empty, $"Is geen lijst van hoogstens {maxItems} regels."));
                return wrap([]);
            }

            return wrap([.. root.EnumerateArray().Select((item, index) => map(JsonFields.Of(item, $"/{index}", faults)))]);
        });

    private static PartnerReply<T> Parse<T>(ReadOnlyMemory<byte> body, Func<JsonElement, FaultList, T> map)
    {
        if (Broken(body.Span) is { } fault)
        {
            return new PartnerReply<T>.Unreadable([fault]);
        }

        using var document = TryParse(body);
        if (document is null)
        {
            return new PartnerReply<T>.Unreadable([DoubleName]);
        }

        var faults = new FaultList();
        var value = map(document.RootElement, faults);
        return faults.Items.Count == 0 ? new PartnerReply<T>.Answer(value) : new PartnerReply<T>.Unreadable(faults.Items);
    }

    /// <remarks>Broken() read the same bytes to the end, so only a double name can be at fault here.</remarks>
    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, PartnerJson.DocumentOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <remarks>JsonDocument leaves wrong UTF-8 and lone surrogates for whoever reads the text, and throws there: found here instead.</remarks>
    private static BerichtFout? Broken(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return NoUtf8;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = PartnerJson.DocumentOptions.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return NoJson;
        }
        catch (InvalidOperationException)
        {
            return NoUnicode;
        }
    }
}
