using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Contactpersonen and their links to persons, with their effect.</summary>
public sealed class SandboxContactpersoonTests : IAsyncLifetime
{
    private const string Hasan = $"/personen/{SandboxServer.Hasan}";
    private const string Amal = $"/personen/{SandboxServer.Amal}";
    private readonly SandboxServer sandbox = new();
    private SandboxMelder duo = null!;

    public async ValueTask InitializeAsync()
    {
        await sandbox.InitializeAsync();
        duo = new SandboxMelder(sandbox);
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task Contactpersoon_MadeChangedAndRemoved_TakesItsLinksAlong()
    {
        var made = await duo.PostAsync("/contactpersonen", Gegevens("Samira El Amrani"));
        var second = await duo.PostAsync("/contactpersonen", Gegevens("Joost de Vries"));
        Assert.Equal((201, 1, 2), (made.Status, (int)made.Json!["id"]!, (int)second.Json!["id"]!));
        Assert.Equal("Samira El Amrani", (string?)made.Json["contactpersoongegevens"]!["naam"]);

        Assert.Equal(201, (await duo.PostAsync($"/contactpersonen/2{Hasan}")).Status);
        Assert.Equal(201, (await duo.PostAsync($"/contactpersonen/1{Hasan}")).Status);
        Assert.Equal(404, (await duo.DeleteAsync($"/contactpersonen/2{Hasan}")).Status);
        Assert.Equal((1, 0), await KoppelingenAsync());

        Assert.Equal(200, (await duo.PutAsync("/contactpersonen/1", Gegevens("Noor Bakker"))).Status);
        Assert.Equal("Noor Bakker", (string?)(await sandbox.LeesAsync("contactpersonen"))[0]!["contactpersoongegevens"]!["naam"]);
        Assert.Equal(200, (await duo.DeleteAsync("/contactpersonen/1")).Status);
        Assert.Null((await duo.KnownAsync(SandboxServer.Hasan))["contactpersoon"]);
        Assert.Equal(404, (await duo.PutAsync("/contactpersonen/1", Gegevens("Noor Bakker"))).Status);
    }

    [Fact]
    public async Task Contactpersoon_LinkTakenAway_IsGoneAndSoIsASecondTime()
    {
        await duo.PostAsync("/contactpersonen", Gegevens("Samira El Amrani"));
        await duo.PostAsync($"/contactpersonen/1{Hasan}");

        Assert.Equal(200, (await duo.DeleteAsync($"/contactpersonen/1{Hasan}")).Status);
        Assert.Equal(404, (await duo.DeleteAsync($"/contactpersonen/1{Hasan}")).Status);
        Assert.Equal(404, (await duo.PostAsync($"/contactpersonen/9{Hasan}")).Status);
    }

    [Fact]
    public async Task Contactpersoon_OfAnotherGemeente_Is403WithoutBody()
    {
        await duo.PostAsync("/contactpersonen", Gegevens("Samira El Amrani"));

        foreach (var answer in new[]
                 {
                     await duo.PutAsync("/contactpersonen/1", Gegevens("Noor Bakker"), "0171"),
                     await duo.DeleteAsync("/contactpersonen/1", "0171"),
                     await duo.PostAsync($"/contactpersonen/1{Amal}", null, "0171"),
                     await duo.PostAsync($"/contactpersonen/1{Hasan}", null, "0171"),
                 })
        {
            AssertEmpty(403, answer);
        }

        Assert.Equal((0, -1), await KoppelingenAsync());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100000")]
    [InlineData("abc")]
    [InlineData("1.0")]
    public async Task Contactpersoon_IdOfAnotherForm_Is400(string id) =>
        Assert.Equal(400, (await duo.DeleteAsync($"/contactpersonen/{id}")).Status);

    [Fact]
    public async Task Contactpersoon_ManyAtOnce_HaveEachAnIdOfTheirOwn()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => duo.PostAsync("/contactpersonen", Gegevens("Samira El Amrani"))));

        Assert.Equal(Enumerable.Range(1, 60), made.Select(one => (int)one.Json!["id"]!).Order());
        Assert.Equal(60, (await sandbox.VerzoekenAsync()).Count(call => (bool)call!["verwerkt"]!));
    }

    private static object Gegevens(string naam) => new { naam, email = "post@voorbeeld.example", telefoonnummer = "06-00000001" };

    private async Task<(int First, int Second)> KoppelingenAsync()
    {
        var all = await sandbox.LeesAsync("contactpersonen");
        return ((int)all[0]!["koppelingen"]!, all.Count > 1 ? (int)all[1]!["koppelingen"]! : -1);
    }

    private static void AssertEmpty(int status, SandboxAntwoord answer) => Assert.Equal((status, string.Empty), (answer.Status, answer.Text));
}
