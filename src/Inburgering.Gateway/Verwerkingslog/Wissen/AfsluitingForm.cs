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
        text.AppendJoin(',', afsluiting.Reeksen.Select(ReeksForm.Write));
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
                Reeksen = root.GetProperty("reeksen").EnumerateArray().Select(ReeksForm.Read).ToList(),
                Bewijzen = root.GetProperty("bewijzen").EnumerateArray().Select(b => new Bewijsregel(b[0].GetString()!, b[1].GetString()!)).ToList(),
            };
            return afsluiting.Reeksen.Count > 0 && ReeksForm.InOrder(afsluiting.Reeksen) && string.Equals(Write(afsluiting), text, StringComparison.Ordinal) ? afsluiting : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
