using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Verwerkingslog.Wissen;

/// <summary>
/// <c>{"bewijzen":[["1708","wislijn:hex"],…],"maand":"2018-01","reeksen":[["1708",0,1,12,"hash voor","hash laatste"],…],"regels":12,"tijd":1731661200000,"vorm":1}</c>
/// in the form of RFC 8785; a reeks is gemeente, slot, first and last seq, hash before and hash of the last.
/// </summary>
internal static class AfsluitingForm
{
    private const int Versie = 1;
    private const string Maand = "yyyy-MM";

    public static string Write(Afsluiting afsluiting)
    {
        var text = new StringBuilder("{\"bewijzen\":[");
        text.AppendJoin(',', afsluiting.Bewijzen.Select(b => $"[\"{b.Gemeentecode}\",\"{b.BerichtId}\"]"));
        text.Append(CultureInfo.InvariantCulture, $"],\"maand\":\"{afsluiting.Maand.ToString(Maand, CultureInfo.InvariantCulture)}\",\"reeksen\":[");
        text.AppendJoin(',', afsluiting.Reeksen.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"[\"{r.Gemeentecode}\",{r.Slot},{r.Van},{r.Tot},\"{Convert.ToHexStringLower(r.Voor)}\",\"{Convert.ToHexStringLower(r.Laatste)}\"]")));
        return text.Append(CultureInfo.InvariantCulture, $"],\"regels\":{afsluiting.Regels},\"tijd\":{afsluiting.Tijd},\"vorm\":{Versie}}}").ToString();
    }

    /// <summary>Null when the text does not have this form to the byte, or its runs are not in order.</summary>
    public static Afsluiting? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var afsluiting = new Afsluiting
            {
                Maand = DateOnly.ParseExact(root.GetProperty("maand").GetString()!, Maand, CultureInfo.InvariantCulture),
                Tijd = root.GetProperty("tijd").GetInt64(),
                Reeksen = root.GetProperty("reeksen").EnumerateArray().Select(Reeks).ToList(),
                Bewijzen = root.GetProperty("bewijzen").EnumerateArray().Select(b => new Bewijsregel(b[0].GetString()!, b[1].GetString()!)).ToList(),
            };
            return IsValid(afsluiting) && string.Equals(Write(afsluiting), text, StringComparison.Ordinal) ? afsluiting : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static bool IsValid(Afsluiting afsluiting) =>
        afsluiting.Reeksen.Count > 0 && afsluiting.Reeksen.All(r => r.Van > 0 && r.Van <= r.Tot)
        && afsluiting.Reeksen.Zip(afsluiting.Reeksen.Skip(1)).All(p => InOrder(p.First, p.Second));

    private static bool InOrder(Reeks first, Reeks second) => string.CompareOrdinal(first.Gemeentecode, second.Gemeentecode) switch
    {
        < 0 => true,
        0 => first.Slot < second.Slot || (first.Slot == second.Slot && first.Tot < second.Van),
        _ => false,
    };

    private static Reeks Reeks(JsonElement reeks) => new(
        reeks[0].GetString()!, reeks[1].GetInt32(), reeks[2].GetInt64(), reeks[3].GetInt64(),
        Convert.FromHexString(reeks[4].GetString()!), Convert.FromHexString(reeks[5].GetString()!));
}
