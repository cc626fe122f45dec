using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Rows of a file as the messages they stand for, read by the same reader as a message that came alone.</summary>
internal sealed class Bestandlezer(CloudEventReader reader, Toekomsttoets toekomst)
{
    /// <summary>More is refused: then the file is no month of one school.</summary>
    private const int MeesteRijen = 100_000;

    /// <summary>Every row with its message or its faults; faults of the file as a whole come alone.</summary>
    public IEnumerable<Gelezenrij> Read(ReadOnlyMemory<byte> inhoud, Rijvorm vorm, Bestandafzender afzender)
    {
        var (tekst, fout) = Bestandtekst.Van(inhoud.Span);
        if (tekst is null)
        {
            return [Gelezenrij.Onleesbaar([new Rijfout(1, null, fout!)])];
        }

        var kop = Bestandkop.Van(tekst, vorm);
        return kop.Fouten.Count > 0 ? [Gelezenrij.Onleesbaar(kop.Fouten)] : Rijen(tekst, kop, vorm, afzender);
    }

    private IEnumerable<Gelezenrij> Rijen(string tekst, Bestandkop kop, Rijvorm vorm, Bestandafzender afzender)
    {
        var (gezien, aantal) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var rij in Csvlezer.Read(tekst, kop.Scheiding).Where(r => r.Rij > kop.Rij && !r.IsLeeg))
        {
            if (++aantal > MeesteRijen)
            {
                yield return Gelezenrij.Onleesbaar([new Rijfout(rij.Rij, null, $"Meer dan {MeesteRijen} rijen: verdeel het bestand.")]);
                yield break;
            }

            yield return Rij(rij, kop, vorm, afzender, gezien);
        }

        if (aantal == 0)
        {
            yield return Gelezenrij.Onleesbaar([new Rijfout(kop.Rij, null, "Onder de kolommen staan geen rijen.")]);
        }
    }

    private Gelezenrij Rij(Csvrij rij, Bestandkop kop, Rijvorm vorm, Bestandafzender afzender, Dictionary<string, int> gezien)
    {
        if (rij.Fout is { } vormfout)
        {
            return Gelezenrij.Onleesbaar([new Rijfout(rij.Rij, null, vormfout)]);
        }

        var (data, fouten) = Data(rij, kop);
        var body = Encoding.UTF8.GetBytes(Bericht(rij.Rij, vorm.Type, data, afzender).ToJsonString());
        var gelezen = reader.Read(afzender.Partner, body);
        if (gelezen is PartnerReply<CloudEvent>.Unreadable onleesbaar)
        {
            fouten.AddRange(onleesbaar.Fouten.Select(f => Fout(rij.Rij, f, vorm)).Where(f => !Gezegd(f, fouten)));
        }

        if (fouten.Count > 0 || gelezen is not PartnerReply<CloudEvent>.Answer { Value: var bericht })
        {
            return Gelezenrij.Onleesbaar(fouten);
        }

        fouten.AddRange(toekomst.Fouten(bericht).Select(f => Fout(rij.Rij, new BerichtFout(f.Pointer!, f.Detail), vorm)));
        if (!gezien.TryAdd(Sleutel(bericht, data, vorm), rij.Rij))
        {
            fouten.Add(new Rijfout(rij.Rij, vorm.Uniek[0], $"Staat voor dezelfde persoon ook in rij {gezien[Sleutel(bericht, data, vorm)]}."));
        }

        return fouten.Count > 0 ? Gelezenrij.Onleesbaar(fouten) : new Gelezenrij(rij.Rij, bericht, body, []);
    }

    private static (JsonObject Data, List<Rijfout> Fouten) Data(Csvrij rij, Bestandkop kop)
    {
        var (data, fouten) = (new JsonObject(), new List<Rijfout>());
        for (var i = 0; i < rij.Cellen.Count; i++)
        {
            if (i >= kop.Kolommen.Count || kop.Kolommen[i] is not { } kolom)
            {
                if (!string.IsNullOrWhiteSpace(rij.Cellen[i]))
                {
                    fouten.Add(new Rijfout(rij.Rij, Bestandkop.Letter(i), "Staat onder geen kolom. Staat er een scheidingsteken te veel?"));
                }

                continue;
            }

            var (waarde, fout) = Celwaarde.Van(kolom.Soort, rij.Cellen[i]);
            if (fout is not null)
            {
                fouten.Add(new Rijfout(rij.Rij, kolom.Naam, fout));
            }
            else if (waarde is not null)
            {
                Zet(data, kolom.Veld, waarde);
            }
        }

        return (data, fouten);
    }

    private static void Zet(JsonObject data, string veld, JsonNode waarde)
    {
        if (veld.Split('/') is [var deel, var binnen])
        {
            (data[deel] ??= new JsonObject()).AsObject()[binnen] = waarde;
        }
        else
        {
            data[veld] = waarde;
        }
    }

    private static JsonObject Bericht(int rij, string type, JsonObject data, Bestandafzender afzender) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{afzender.BestandId}-{rij}"),
        ["source"] = $"urn:nld:oin:{afzender.Oin}:systeem:leveringsbestand",
        ["type"] = Partnerbericht.Voorvoegsel + type,
        ["time"] = afzender.Moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["data"] = data,
    };

    private static Rijfout Fout(int rij, BerichtFout fout, Rijvorm vorm) =>
        new(rij, vorm.Kolommen.FirstOrDefault(kolom => fout.Pointer == $"/data/{kolom.Veld}")?.Naam, fout.Detail);

    /// <summary>A cell that could not be read is not missing too; of who is named twice or not at all, one fault is enough.</summary>
    private static bool Gezegd(Rijfout fout, List<Rijfout> eerder) =>
        eerder.Exists(e => e.Kolom == fout.Kolom || (fout.Kolom is "bsn" or "partnerreferentie" && e.Kolom is "bsn" or "partnerreferentie"));

    private static string Sleutel(CloudEvent bericht, JsonObject data, Rijvorm vorm)
    {
        var persoon = bericht.Inhoud!.Personen[0].Persoon;
        return string.Join('|', vorm.Uniek.Select(kolom => (string?)data[kolom]).Prepend(persoon.Bsn?.Reveal() ?? persoon.PartnerReferentie));
    }
}

/// <summary>Who sent the file, as every message of it says.</summary>
/// <param name="Moment">When it was received.</param>
internal sealed record Bestandafzender(string Partner, string Oin, Guid BestandId, DateTimeOffset Moment);

/// <summary>One row, read.</summary>
/// <param name="Bericht">Null: it has faults.</param>
/// <param name="Body">The message as it is stored.</param>
internal sealed record Gelezenrij(int Rij, CloudEvent? Bericht, byte[] Body, IReadOnlyList<Rijfout> Fouten)
{
    /// <summary>Who it is about; null: it has faults.</summary>
    public Persoonsaanduiding? Persoon => Bericht?.Inhoud!.Personen[0].Persoon;

    public static Gelezenrij Onleesbaar(IReadOnlyList<Rijfout> fouten) => new(fouten[0].Rij, null, [], fouten);
}
