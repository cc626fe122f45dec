using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>Somebody whose fixed costs are paid, and the steps to a sealed batch by the client and two people.</summary>
internal static class Betaalproef
{
    private const string Inkomen = "inkomen-1708";
    private static int dagen;
    private static int rekeningen;

    /// <summary>A bank day that no other test uses; after 180 of them, within the year that may be planned ahead, they come again.</summary>
    public static string Dag() => $"{Partners.Betalen.Bankdagen.Na(new DateOnly(2025, 2, 3), 1 + (Interlocked.Increment(ref dagen) % 180)):yyyy-MM-dd}";

    public static async Task<string> VerzegeldAsync(RunningHouse house, HttpClient client, Portaalmedewerker tom, string dossier, string besluit, string dag)
    {
        await AanvaardAsync(house, client, dossier, await PlanAsync(client, dossier, besluit, 129410, dag));
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        return await VerzegelDagAsync(client, tom, dag);
    }

    /// <summary>The client puts the approved orders of a day together, Tom seals them.</summary>
    /// <returns>Address of its page.</returns>
    public static async Task<string> VerzegelDagAsync(HttpClient client, Portaalmedewerker tom, string dag)
    {
        var batch = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = dag });
        var pagina = $"/betalingen/{batch.Tekst("batchId")}";
        Assert.Equal(HttpStatusCode.Redirect, (await tom.PostAsync(pagina, "KeurGoed")).Status);
        return pagina;
    }

    /// <summary>The client records whose the accounts are, Marieke accepts that.</summary>
    public static async Task AanvaardAsync(RunningHouse house, HttpClient client, string dossier, Antwoord betalingen)
    {
        var marieke = await Portaalmedewerker.MeldAanAsync(house, "marieke");
        foreach (var betaling in betalingen.Body.GetProperty("betaalopdrachten").EnumerateArray().Where(b => b.GetProperty("rekening").GetString() != "aanvaard"))
        {
            var id = betaling.GetProperty("opdrachtId").GetString()!;
            await ControleAsync(client, id, "naamcontrole", "overeenkomst");
            await marieke.PostAsync($"/dossiers/{dossier}/ontzorgen", "Aanvaard", ("OpdrachtId", id));
        }
    }

    public static async Task<(HttpClient Client, string Dossier, string Besluit)> PersoonAsync(RunningHouse house, string begin = "2024-11-15")
    {
        var leerling = await house.LeerlingAsync();
        await house.DoelgroepAsync(leerling.DossierId, "Asielstatushouder");
        var client = await house.AsAsync(Inkomen);
        var besluit = await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/dossiers/{leerling.DossierId}/ontzorgbesluiten", Besluit(begin));
        return (client, leerling.DossierId, besluit.Tekst("besluitId"));
    }

    public static Task<Antwoord> PlanAsync(HttpClient client, string dossier, string besluit, long centen, string? dag = null) => Antwoord.SendAsync(
        client, HttpMethod.Post, "/v1/betaalopdrachten", dag is null
            ? new { dossierId = dossier, besluitId = besluit, maand = "2024-12", uitkeringCenten = centen }
            : new { dossierId = dossier, besluitId = besluit, maand = "2024-12", uitkeringCenten = centen, uitvoeringsdatum = dag });

    public static Task<Antwoord> LeesAsync(HttpClient client, string dossier) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalopdrachten?dossierId={dossier}");

    public static Task<Antwoord> ControleAsync(HttpClient client, string opdracht, string wijze, string uitkomst) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{opdracht}/rekeningcontroles", new { wijze, uitkomst });

    public static string Opdracht(Antwoord antwoord, string soort) =>
        antwoord.Body.GetProperty("betaalopdrachten").EnumerateArray().Single(b => b.GetProperty("soort").GetString() == soort).GetProperty("opdrachtId").GetString()!;

    public static string[] Kenmerken(Antwoord antwoord) => [.. antwoord.Body.GetProperty("betaalopdrachten").EnumerateArray().Select(b => b.GetProperty("kenmerk").GetString()!).Order(StringComparer.Ordinal)];

    public static string[] Regels(Antwoord antwoord) => [.. antwoord.Body.GetProperty("betaalopdrachten").EnumerateArray().Select(Regel).Order(StringComparer.Ordinal)];

    private static string Regel(JsonElement b) => $"{b.GetProperty("soort").GetString()} {b.GetProperty("bedragCenten").GetInt64()} {b.GetProperty("stand").GetString()}";

    /// <summary>Case A of payments 8, each creditor with an account of its own.</summary>
    private static JsonObject Besluit(string begin) => new()
    {
        ["besluitnummer"] = "OZ-2024-0117",
        ["begindatum"] = begin,
        ["machtigingOp"] = "2024-11-12",
        ["kosten"] = new JsonArray(Post("huur", 61235, 1, Nummer()), Post("energie", 14800, 20, Nummer()), Post("zorg", 15975, 31, Nummer())),
        ["leefgeld"] = new JsonArray(new JsonObject { ["naam"] = "H. Kamaal", ["iban"] = Nummer() }),
    };

    private static JsonObject Post(string soort, int centen, int dag, string iban) => new()
    {
        ["soort"] = soort,
        ["crediteur"] = new JsonObject { ["naam"] = "Woningstichting De Linde", ["iban"] = iban },
        ["omschrijving"] = "Contract 20024",
        ["bedragCenten"] = centen,
        ["vanaf"] = "2024-12-01",
        ["vervaldag"] = dag,
    };

    /// <summary>A test account (TEST is no bank) with the right check digits.</summary>
    public static string Nummer()
    {
        var nummer = $"{5_000_000_000 + Interlocked.Increment(ref rekeningen)}";
        var rest = System.Numerics.BigInteger.Parse($"29142829{nummer}232100", System.Globalization.CultureInfo.InvariantCulture) % 97;
        return $"NL{98 - (int)rest:D2}TEST{nummer}";
    }
}
