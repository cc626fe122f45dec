using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Inbox.Bestanden;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>How many rows of a file may be about people who are not the sender's persons, and how many of those are told (security 16).</summary>
public sealed class BestandfoutenTests
{
    [Theory]
    [InlineData(1000, 0, 20, true, 0)]        // nobody strange
    [InlineData(1000, 20, 20, false, 20)]     // within what is left today
    [InlineData(1000, 50, 20, false, 50)]     // one in twenty: a month of a large school has some who moved
    [InlineData(1000, 51, 20, false, 21)]     // more: no more are told than were left, and why
    [InlineData(1000, 51, 0, false, 1)]
    [InlineData(10, 1, 0, false, 1)]
    public void Oordeel_MetVreemden_NoemtNietMeerDanHetBudgetOfEenOpTwintig(int rijen, int vreemd, int over, bool telt, int fouten)
    {
        var gevonden = new Bestandfouten();
        gevonden.Add([.. Enumerable.Range(2, rijen).Select(Rij)], [.. Enumerable.Range(2, vreemd).Select(Vreemd)], gedeeltelijk: false);

        var oordeel = gevonden.Oordeel(gedeeltelijk: false, over);

        Assert.Equal((telt, rijen, fouten, fouten), (oordeel.Telt, oordeel.Rijen, oordeel.Fouten, oordeel.Bewaard.Count));
        Assert.Equal(fouten - (oordeel.Bewaard.Any(f => f.Rij == 1) ? 1 : 0), oordeel.Missers);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(51, false)]
    public void Oordeel_Gedeeltelijk_VerteltVreemdenPerBerichtOfNiet(int vreemd, bool telt)
    {
        var gevonden = new Bestandfouten();
        gevonden.Add([.. Enumerable.Range(2, 1000).Select(Rij)], [.. Enumerable.Range(2, vreemd).Select(Vreemd)], gedeeltelijk: true);

        var oordeel = gevonden.Oordeel(gedeeltelijk: true, over: 20);

        Assert.Equal((telt, 0), (oordeel.Telt, oordeel.Missers));
    }

    private static Gelezenrij Rij(int rij) => new(
        rij, new CloudEvent { Id = "1", Source = string.Empty, Afzender = default, Type = "presentie", Tijdstip = null, Volgorde = null, Inhoud = null }, [], []);

    private static Rijfout Vreemd(int rij) => new(rij, "partnerreferentie", "Vreemd.") { IsMisser = true };
}
