using System.Globalization;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Tests.Seam.Betalen;

/// <summary>payments 2.6: bank days.</summary>
public sealed class BankdagenTests
{
    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-04-02", true)]
    [InlineData("2026-04-03", false)]
    [InlineData("2026-04-06", false)]
    [InlineData("2026-04-07", true)]
    [InlineData("2026-04-27", true)]
    [InlineData("2026-05-01", false)]
    [InlineData("2026-05-05", true)]
    [InlineData("2026-05-14", true)]
    [InlineData("2026-05-25", true)]
    [InlineData("2026-11-27", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-12-26", false)]
    [InlineData("2028-12-26", false)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-03-26", false)]
    [InlineData("2027-03-29", false)]
    [InlineData("2038-04-23", false)]
    public void Is_Day_FollowsTheCalendarOfBanks(string dag, bool bankdag) => Assert.Equal(bankdag, Bankdagen.Is(Dag(dag)));

    [Theory]
    [InlineData("2026-11-27", "2026-11-27")]
    [InlineData("2026-11-28", "2026-11-30")]
    [InlineData("2026-04-03", "2026-04-07")]
    [InlineData("2026-12-25", "2026-12-28")]
    public void Eerstvolgende_Day_IsTheFirstBankDayFromIt(string dag, string bankdag) => Assert.Equal(Dag(bankdag), Bankdagen.Eerstvolgende(Dag(dag)));

    [Theory]
    [InlineData("2026-11-27", 0, "2026-11-27")]
    [InlineData("2026-11-27", 1, "2026-11-30")]
    [InlineData("2026-11-27", 2, "2026-12-01")]
    [InlineData("2026-11-28", 1, "2026-11-30")]
    [InlineData("2026-04-02", 2, "2026-04-08")]
    public void Na_BankDays_SkipsTheOthers(string dag, int aantal, string bankdag) => Assert.Equal(Dag(bankdag), Bankdagen.Na(Dag(dag), aantal));

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
