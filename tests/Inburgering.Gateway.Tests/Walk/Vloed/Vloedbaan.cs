using System.Net;
using System.Net.Sockets;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk.Vloed;

/// <summary>One sender at DUO: changes its persons and tells the gemeente, a tenth late, a tenth again, a tenth again under a new berichtId.</summary>
internal sealed class Vloedbaan(RunningHouse house, IReadOnlyList<Vloedpersoon> personen, Random toeval)
{
    private const int Laat = 50;
    private readonly SortedList<(int Beurt, int Nummer), Brief> wacht = [];
    private HttpClient? duo;
    private int beurt, nummer;

    /// <summary>Different events.</summary>
    public int Gebeurtenissen { get; private set; }

    /// <summary>Acknowledged with 201, the same one more than once included.</summary>
    public int Aanvaard { get; private set; }

    /// <summary>Times that nobody answered, or not with 201; each was sent again as DUO does.</summary>
    public int Mislukt { get; private set; }

    /// <summary>Until this lane has sent so many, doubles included.</summary>
    /// <param name="perBlok">Persons at work at the same time: small, so that letters about one person overtake each other.</param>
    public async Task RunAsync(int aantal, int perBlok)
    {
        duo = await house.AsAsync("duo");
        var blokken = personen.Chunk(perBlok).ToArray();
        foreach (var (i, blok) in blokken.Index())
        {
            foreach (var persoon in blok)
            {
                await persoon.BeginAsync(house);
                Vertel(persoon);
            }

            while (Aanvaard + wacht.Count < (long)aantal * (i + 1) / blokken.Length)
            {
                var persoon = blok[toeval.Next(blok.Length)];
                var code = Vloedwoorden.Delen.Keys.ElementAt(toeval.Next(Vloedwoorden.Delen.Count));
                await persoon.WijzigAsync(house, code);
                Schrijf(persoon, code);
                await BezorgAsync(++beurt);
            }

            await BezorgAsync(int.MaxValue);
        }
    }

    /// <summary>An event about every part of every person; nothing changed.</summary>
    public async Task VertelOpnieuwAsync()
    {
        foreach (var persoon in personen)
        {
            Vertel(persoon);
        }

        await BezorgAsync(int.MaxValue);
    }

    private void Vertel(Vloedpersoon persoon)
    {
        foreach (var code in Vloedwoorden.Delen.Keys)
        {
            Schrijf(persoon, code);
        }
    }

    /// <summary>Puts a letter in the post, and its doubles.</summary>
    private void Schrijf(Vloedpersoon persoon, string code)
    {
        var brief = new Brief(Levering.Notificatie(code, persoon.Bsn), Guid.NewGuid());
        Gebeurtenissen++;
        Leg(brief, toeval.Next(10) == 0);
        if (toeval.Next(8) == 0)
        {
            Leg(brief, true);
        }

        if (toeval.Next(8) == 0)
        {
            Leg(brief with { BerichtId = Guid.NewGuid() }, true);
        }
    }

    private void Leg(Brief brief, bool laat) => wacht.Add((beurt + (laat ? toeval.Next(1, Laat) : 0), nummer++), brief);

    private async Task BezorgAsync(int tot)
    {
        while (wacht.Count > 0 && wacht.GetKeyAtIndex(0).Beurt <= tot)
        {
            var brief = wacht.GetValueAtIndex(0);
            wacht.RemoveAt(0);
            while (!await StuurAsync(brief))
            {
                Mislukt++;
                await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            }

            Aanvaard++;
        }
    }

    private async Task<bool> StuurAsync(Brief brief)
    {
        try
        {
            using var answer = await Notificaties.SendAsync(duo!, brief.Inhoud, brief.BerichtId);
            if (answer.StatusCode == HttpStatusCode.Unauthorized)
            {
                duo = await house.AsAsync("duo");
            }

            return answer.StatusCode == HttpStatusCode.Created;
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            return false;           // nobody there: DUO sends it again
        }
    }

    private sealed record Brief(object Inhoud, Guid BerichtId);
}
