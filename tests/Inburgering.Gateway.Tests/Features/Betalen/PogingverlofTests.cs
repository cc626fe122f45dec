using System.Globalization;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Tests.Features.Betalen;

using Opdrachtstand = Partners.Betalen.Opdrachtstand;

/// <summary>Security 25 as a table: when a payment that came to nothing may be tried again.</summary>
public sealed class PogingverlofTests
{
    private const string Verlof = "";

    // a Thursday; two bank days on is the Monday
    private static readonly DateOnly Dag = new(2025, 2, 6);

    [Theory]
    [InlineData("Teruggeboekt", "", Verlof)]
    [InlineData("Teruggeboekt", "betaald", "nog-betaald")]
    [InlineData("Teruggeboekt", "onverklaard", "onverklaard")]
    [InlineData("Teruggeboekt", "verboden", "verboden")]
    [InlineData("Afgewezen", "", "alleen-geweigerd")]
    [InlineData("Afgewezen", "een", "alleen-geweigerd")]
    [InlineData("Afgewezen", "twee", Verlof)]
    [InlineData("Afgewezen", "2025-02-06 2025-02-10", Verlof)]
    [InlineData("Afgewezen", "2025-01-01 2025-03-01", Verlof)]
    [InlineData("Afgewezen", "2025-02-06 2025-02-09", "alleen-geweigerd")]
    [InlineData("Afgewezen", "2025-02-07 2025-03-01", "alleen-geweigerd")]
    [InlineData("Afgewezen", "2025-01-01 2025-03-01 onverklaard", "onverklaard")]
    [InlineData("Afgewezen", "twee onverklaard", "onverklaard")]
    [InlineData("Afgewezen", "twee betaald", "nog-betaald")]
    [InlineData("Afgewezen", "twee verboden", "verboden")]
    [InlineData("Gepland", "twee", "niet-mislukt")]
    [InlineData("Aangeboden", "twee", "niet-mislukt")]
    [InlineData("Geaccepteerd", "twee", "niet-mislukt")]
    [InlineData("Uitgevoerd", "twee", "niet-mislukt")]
    [InlineData("Geannuleerd", "twee", "niet-mislukt")]
    public void Poging_NaWatErBekendIs_MagOfNiet(string stand, string bekend, string reden)
    {
        var woorden = bekend.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DateOnly[] dagen = [.. woorden.Where(w => char.IsDigit(w[0])).Select(w => DateOnly.ParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

        var weigering = Pogingverlof.Weigering(Enum.Parse<Opdrachtstand>(stand), Dag, new Pogingbewijs
        {
            IsBetaald = woorden.Contains("betaald"),
            IsVerboden = woorden.Contains("verboden"),
            IsOnverklaard = woorden.Contains("onverklaard"),
            Bevestigers = (woorden.Contains("een") ? 1 : 0) + (woorden.Contains("twee") ? 2 : 0),
            AfschriftenSinds = dagen.Length == 0 ? null : dagen[0],
            AfschriftenTot = dagen.Length == 0 ? null : dagen[1],
        });

        Assert.Equal(reden, weigering?.Reden ?? Verlof);
        Assert.False(weigering is { Woorden.Length: < 20 });
    }
}
