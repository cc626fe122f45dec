using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Tests.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>The nightly round: at its Dutch time, and of every night one, whatever the number of machines.</summary>
public sealed class NachtTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private static readonly DateOnly Nacht = new(2024, 11, 15);
    private readonly AfstemmingStore afstemmingen = new(TimeProvider.System);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2024-11-14T23:00:00Z", "2024-11-15T00:30:00Z")]
    [InlineData("2024-11-15T00:30:00Z", "2024-11-16T00:30:00Z")]
    [InlineData("2024-07-15T00:00:00Z", "2024-07-15T23:30:00Z")]
    [InlineData("2024-03-30T12:00:00Z", "2024-03-31T00:30:00Z")]
    [InlineData("2024-03-31T00:30:00Z", "2024-03-31T23:30:00Z")]
    [InlineData("2024-10-26T22:00:00Z", "2024-10-26T23:30:00Z")]
    [InlineData("2024-10-26T23:30:00Z", "2024-10-28T00:30:00Z")]
    [InlineData("2024-02-28T12:00:00Z", "2024-02-29T00:30:00Z")]
    public void Volgende_OmHalfTwee_IsNederlandseTijdOokAlsDeKlokVerspringt(string nu, string begin) =>
        Assert.Equal(Moment(begin), Klok.Volgende(Moment(nu), new TimeOnly(1, 30)));

    [Fact]
    public async Task Start_VanDezelfdeNachtDoorEenTweedeMachine_BegintNiet()
    {
        Assert.NotNull(await StartAsync("1708", Nacht));
        Assert.Null(await StartAsync("1708", Nacht));
        await world.ExecuteAsync("update inbox.afstemming set status = 1");
        Assert.Null(await StartAsync("1708", Nacht));

        Assert.NotNull(await StartAsync("1708", Nacht.AddDays(1)));
        Assert.NotNull(await StartAsync("0171", Nacht));
    }

    private Task<Guid?> StartAsync(string gemeentecode, DateOnly nacht) => world.InAsync(
        gemeentecode, t => afstemmingen.StartAsync(t, gemeentecode, new Afstemopdracht("duo", "nacht", "taak-afstemming", new string('a', 32), nacht), null, Ct));

    private static DateTimeOffset Moment(string tekst) => DateTimeOffset.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);
}
