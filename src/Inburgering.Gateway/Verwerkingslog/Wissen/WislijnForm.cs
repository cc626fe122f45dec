using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Verwerkingslog.Vorm;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>
/// <c>{"aanvrager":"id","gemeente":"1708","goedkeurder":"id","regels":[[0,12,"hex"],…],"tijd":1731661200000,"vorm":1,"waarom":"avg-17"}</c> in
/// the form of RFC 8785, or with <c>beleid</c> in place of the two persons; a regel is slot, seq, persoonDigest.
/// </summary>
internal static class WislijnForm
{
    private const int Versie = 1;
    private const int MostText = 64;

    private static readonly SearchValues<char> Id = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:");

    /// <exception cref="ArgumentException">It does not say who wanted it, or names no line, or not in order.</exception>
    public static string Write(Wislijn wislijn) =>
        IsValid(wislijn) ? Text(wislijn) : throw new ArgumentException("A wislijn without two persons or a policy, or without lines in order.", nameof(wislijn));

    /// <summary>Null when the text does not have this form to the byte, or breaks one of its rules.</summary>
    public static Wislijn? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var wislijn = new Wislijn
            {
                Gemeentecode = root.GetProperty("gemeente").GetString()!,
                Waarom = root.GetProperty("waarom").GetString()!,
                Beleid = Optional(root, "beleid"),
                Aanvrager = Optional(root, "aanvrager"),
                Goedkeurder = Optional(root, "goedkeurder"),
                Tijd = root.GetProperty("tijd").GetInt64(),
                Regels = root.GetProperty("regels").EnumerateArray().Select(Regel).ToList(),
            };
            return IsValid(wislijn) && string.Equals(Text(wislijn), text, StringComparison.Ordinal) ? wislijn : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static string Text(Wislijn wislijn)
    {
        var text = new StringBuilder("{");
        Add(text, "aanvrager", wislijn.Aanvrager);
        Add(text, "beleid", wislijn.Beleid);
        Add(text, "gemeente", wislijn.Gemeentecode);
        Add(text, "goedkeurder", wislijn.Goedkeurder);
        text.Append("\"regels\":[");
        for (var i = 0; i < wislijn.Regels.Count; i++)
        {
            var regel = wislijn.Regels[i];
            text.Append(i == 0 ? string.Empty : ",").Append(CultureInfo.InvariantCulture, $"[{regel.Slot},{regel.Seq},\"{Convert.ToHexStringLower(regel.PersoonDigest)}\"]");
        }

        return text.Append(CultureInfo.InvariantCulture, $"],\"tijd\":{wislijn.Tijd},\"vorm\":{Versie},\"waarom\":\"{wislijn.Waarom}\"}}").ToString();
    }

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"{key}\":\"{value}\",");
        }
    }

    private static bool IsValid(Wislijn wislijn) =>
        IsId(wislijn.Gemeentecode) && IsId(wislijn.Waarom) && IsWanted(wislijn) && wislijn.Regels.Count > 0
        && wislijn.Regels.All(r => r.PersoonDigest.Length == Keten.Lengte)
        && wislijn.Regels.Zip(wislijn.Regels.Skip(1)).All(p => (p.First.Slot, p.First.Seq).CompareTo((p.Second.Slot, p.Second.Seq)) < 0);

    /// <summary>By two persons who are not one, or by the policy.</summary>
    private static bool IsWanted(Wislijn wislijn) => wislijn switch
    {
        { Beleid: null, Aanvrager: { } vraagt, Goedkeurder: { } geeft } => IsId(vraagt) && IsId(geeft) && !string.Equals(vraagt, geeft, StringComparison.OrdinalIgnoreCase),
        { Beleid: { } beleid, Aanvrager: null, Goedkeurder: null } => IsId(beleid),
        _ => false,
    };

    private static bool IsId(string text) => text is { Length: > 0 and <= MostText } && !text.AsSpan().ContainsAnyExcept(Id);

    private static string? Optional(JsonElement root, string key) => root.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static Wisregel Regel(JsonElement regel) => new(regel[0].GetInt32(), regel[1].GetInt64(), Convert.FromHexString(regel[2].GetString()!));
}
