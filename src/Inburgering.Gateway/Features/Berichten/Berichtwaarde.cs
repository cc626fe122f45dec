using System.Globalization;
using System.Text.Json;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>The value in a rejected message at which it went wrong. What is said of it by itself never holds it: only of what kind and how long it is (ux 5).</summary>
/// <remarks>A class and no record: nothing prints what it holds.</remarks>
internal sealed class Berichtwaarde
{
    private const string Data = "data", Bsn = "bsn", VNummer = "vNummer", Periode = "periode";

    /// <summary>As <see cref="Persoonsaanduiding"/> reads them; whom the message is about stands in one of these.</summary>
    private static readonly string[] Persoonsvelden = ["partnerReferentie", Bsn, VNummer];

    private readonly JsonElement? waarde;

    private Berichtwaarde(string veld, JsonElement? waarde, string omschrijving)
    {
        this.waarde = waarde;
        Veld = veld;
        Omschrijving = omschrijving;
    }

    /// <summary>JSON pointer, of names that the contract has; empty for the whole message.</summary>
    public string Veld { get; }

    /// <summary>«8 cijfers, verwacht 9 cijfers»: kind and length, never the value.</summary>
    public string Omschrijving { get; }

    /// <summary>As which field of the policy the value is decided about and logged, «IDN.bsn»; null: it is shown to nobody. That is so for a whole group, for
    /// what is not there, and for what stands in the list already.</summary>
    public string? Gegeven { get; private init; }

    /// <summary>The value itself as the person's number; null: it is none.</summary>
    public Persoonsaanduiding? Nummer => Veld.Split('/')[^1] switch
    {
        Bsn => Persoon(waarde, null),
        VNummer => Persoon(null, waarde),
        _ => null,
    };

    /// <summary>The value as it was sent. For who was granted it alone.</summary>
    public string Open() => waarde is { } w ? Tekst(w) ?? string.Empty : string.Empty;

    /// <param name="reden">Code of <see cref="Berichtredenen"/>.</param>
    /// <param name="inhoud">As received.</param>
    /// <returns>Null: it is not about a value of the message, or the message cannot be read.</returns>
    public static Berichtwaarde? Van(string reden, ReadOnlyMemory<byte> inhoud) => Wortel(inhoud) is { } wortel ? Van(reden, wortel) : null;

    /// <summary>Whom a message names, by the numbers in it that can be one; null: nobody.</summary>
    public static Persoonsaanduiding? Genoemde(ReadOnlyMemory<byte> inhoud) => Wortel(inhoud) is { } wortel && Groep(wortel) is var (_, groep) ? Persoon(Lid(groep, Bsn), Lid(groep, VNummer)) : null;

    private static Berichtwaarde? Van(string reden, JsonElement wortel)
    {
        var (pad, groep) = Groep(wortel);
        return reden switch
        {
            Berichtredenen.ZonderPersoon => Plaats(string.Empty, wortel),
            Berichtredenen.OnbekendeGebeurtenis => Plaats("/gebeurtenisId", Lid(wortel, "gebeurtenisId")),
            Berichtredenen.TypeNietToegestaan => Plaats("/type", Lid(wortel, "type")),
            Berichtredenen.InhoudOnleesbaar => Plaats("/data", Lid(wortel, Data)),
            Berichtredenen.BsnFaalt11Proef or Berichtredenen.BsnNogNietBekend => Persoonsveld(pad, groep, Bsn),
            Berichtredenen.GeenRelatie or Berichtredenen.Doelgroep => Persoonsveld(pad, groep, Array.Find(Persoonsvelden, veld => Lid(groep, veld) is not null) ?? Persoonsvelden[0]),
            Berichtredenen.MaandDubbel => Uren($"{pad}/{Periode}", Lid(groep, Periode), Maand(Lid(groep, Periode))),
            Berichtredenen.CorrectieNegatief => Negatief(pad, groep) is var (plaats, getal) ? Uren(plaats, getal, "negatief getal, verwacht 0 of meer") : Plaats(pad, groep),
            _ => null,
        };
    }

    private static Berichtwaarde Plaats(string veld, JsonElement? waarde) => new(veld, waarde, Berichtsoort.Van(waarde));

    private static Berichtwaarde Uren(string veld, JsonElement? waarde, string omschrijving) => new(veld, waarde, omschrijving) { Gegeven = waarde is null ? null : "UUR.perioden" };

    private static Berichtwaarde Persoonsveld(string pad, JsonElement groep, string veld)
    {
        var nummer = Lid(groep, veld);
        var omschrijving = (veld, Tekst(nummer)) switch
        {
            (Bsn, { } tekst) => Berichtsoort.Bsn(nummer, tekst),
            (VNummer, { } tekst) when !Partners.VNummer.TryParse(tekst, out _) => $"{Berichtsoort.Van(nummer)}, verwacht 1 tot 10 cijfers",
            _ => Berichtsoort.Van(nummer),
        };
        return new Berichtwaarde($"{pad}/{veld}", nummer, omschrijving) { Gegeven = veld is Bsn or VNummer && Tekst(nummer) is not null ? $"IDN.{veld}" : null };
    }

    private static string Maand(JsonElement? waarde) => Tekst(waarde) is { } tekst && DateOnly.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "een maand in de vorm jjjj-mm" : $"{Berichtsoort.Van(waarde)}, verwacht een maand in de vorm jjjj-mm";

    /// <summary>The first number below zero, one level down at most; by names of letters alone, because a name is shown.</summary>
    private static (string Plaats, JsonElement Getal)? Negatief(string pad, JsonElement groep)
    {
        foreach (var lid in groep.EnumerateObject().Where(l => l.Name.All(char.IsAsciiLetter)))
        {
            if (lid.Value.ValueKind == JsonValueKind.Number && lid.Value.TryGetDecimal(out var getal) && getal < 0)
            {
                return ($"{pad}/{lid.Name}", lid.Value);
            }

            if (lid.Value.ValueKind == JsonValueKind.Object && pad.Count(teken => teken == '/') < 2 && Negatief($"{pad}/{lid.Name}", lid.Value) is { } dieper)
            {
                return dieper;
            }
        }

        return null;
    }

    /// <summary>The object that names the person: data of a CloudEvent, the whole of a notification.</summary>
    private static (string Pad, JsonElement Groep) Groep(JsonElement wortel) => Lid(wortel, Data) is { ValueKind: JsonValueKind.Object } data ? ("/" + Data, data) : (string.Empty, wortel);

    private static JsonElement? Lid(JsonElement groep, string naam) => groep.TryGetProperty(naam, out var lid) ? lid : null;

    private static Persoonsaanduiding? Persoon(JsonElement? bsn, JsonElement? vNummer)
    {
        var persoon = new Persoonsaanduiding
        {
            Bsn = Partners.Bsn.TryParse(Tekst(bsn), out var b) ? b : null,
            VNummer = Partners.VNummer.TryParse(Tekst(vNummer), out var v) ? v : null,
        };
        return persoon.Bsn is null && persoon.VNummer is null ? null : persoon;
    }

    /// <summary>Of one value; null for a group, and for what is not there.</summary>
    private static string? Tekst(JsonElement? waarde) => waarde switch
    {
        { ValueKind: JsonValueKind.String } tekst => tekst.GetString(),
        { ValueKind: JsonValueKind.Number } getal => getal.GetRawText(),
        _ => null,
    };

    /// <summary>Null: it is no JSON object that every reader of ours would take.</summary>
    private static JsonElement? Wortel(ReadOnlyMemory<byte> inhoud)
    {
        if (PartnerBody.Read(inhoud, _ => true) is not PartnerReply<bool>.Answer)
        {
            return null;
        }

        using var document = JsonDocument.Parse(inhoud, PartnerJson.DocumentOptions);
        return document.RootElement.Clone();
    }
}
